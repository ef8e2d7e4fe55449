import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import { inDoubt } from '../http/in-doubt.ts'
import { isTestReference, type OfficeCancelOutcome, type OrderKey } from '../sockets/back-office.ts'
import type { Clock } from '../sockets/ports.ts'
import type { Account } from './account.ts'
import type { Api } from './api.ts'
import { UserErrors, wordsOf } from './envelope.ts'
import { LONGEST_STAFF_NOTE, MUTATION_POINTS } from './facts.ts'
import { readOverviews } from './progress-questions.ts'
import type { Question } from './question.ts'

const POLL_MS = 1_000
const MOST_POLLS = 30

const cancel = (id: string, restock: boolean, note: string) =>
  ({
    name: 'orderCancel',
    document: `mutation Cancel($id: ID!, $restock: Boolean!, $note: String) {
      orderCancel(orderId: $id, reason: OTHER, restock: $restock, refund: false, notifyCustomer: false, staffNote: $note) {
        job { id done } orderCancelUserErrors { code field message } } }`,
    variables: { id, restock, note },
    answer: z.object({
      orderCancel: z.object({
        job: z.object({ id: z.string(), done: z.boolean() }).nullable(),
        orderCancelUserErrors: UserErrors,
      }),
    }),
    points: MUTATION_POINTS + 2,
    writes: true,
  }) satisfies Question<unknown>

const readJob = (id: string) =>
  ({
    name: 'job',
    document: 'query Job($id: ID!) { job(id: $id) { done } }',
    variables: { id },
    answer: z.object({ job: z.object({ done: z.boolean() }).nullable() }),
    points: 1,
  }) satisfies Question<unknown>

interface Needs {
  readonly api: Api
  readonly account: Account
  readonly clock: Clock
  readonly side: string
}

/**
 * Cancels without refund (the buyer is refunded at the marketplace) and without a mail. Shopify does it later and says so in a job; what
 * counts in the end is the order itself (shopify.md 4).
 */
export const cancelOrder = async (
  { api, account, clock, side }: Needs,
  { backOfficeRef: id, reference }: OrderKey,
  reason: string,
): Promise<OfficeCancelOutcome> => {
  const look = async () => (await api.ask(readOverviews([id]))).nodes[0] ?? null

  const order = await look()
  if (order === null || order.cancelledAt !== null) return 'cancelled'
  const hasLeft = order.fulfillments.some(({ status }) => status === 'SUCCESS')
  if (hasLeft || ['FULFILLED', 'PARTIALLY_FULFILLED'].includes(order.displayFulfillmentStatus))
    return { declined: `The order has left, or a part of it, says ${side}.` }

  const restock = account.restock && !isTestReference(reference)
  const note = reason.slice(0, LONGEST_STAFF_NOTE)
  const { job, orderCancelUserErrors: errors } = (await api.ask(cancel(id, restock, note))).orderCancel
  const after = await inDoubt(async () => {
    if (job !== null && !job.done) await waitFor(api, job.id, clock, side)
    return look()
  })
  if (after === null || after.cancelledAt !== null) return 'cancelled'
  return { declined: errors.length > 0 ? wordsOf(errors) : `${side} did not cancel the order and does not say why.` }
}

const waitFor = async (api: Api, jobId: string, clock: Clock, side: string): Promise<void> => {
  for (let polls = 0; polls < MOST_POLLS; polls += 1) {
    await clock.sleep(POLL_MS)
    const { job } = await api.ask(readJob(jobId))
    if (job === null || job.done) return
  }
  throw new Fault('unreadable', `${side} is still cancelling the order; Navette looks again.`, { side })
}
