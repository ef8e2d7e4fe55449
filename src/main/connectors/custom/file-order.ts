import type { OfficeOrder } from '../sockets/back-office.ts'
import type { Outbox, Try } from './file-outbox.ts'
import type { OrdersTold } from './file-told.ts'
import type { Told } from './operations.ts'
import { stateOf } from './order-there.ts'
import type { Template } from './template.ts'
import { toOfficeOrder } from './to-office.ts'

/** What is known of an order that went out by file: what was written, and what was told since. */
export const createFileOrders = (template: Template, outbox: Outbox, told: OrdersTold) => {
  const lastTryOf = (reference: string): Try | null => outbox.triesOf(reference).at(-1) ?? null
  const toldOf = (reference: string, backOfficeRef = reference) =>
    told.of({ ref: reference, remoteId: backOfficeRef }, lastTryOf(reference)?.turn)

  return {
    /** Null: nothing was told. */
    of(reference: string, backOfficeRef?: string): Told | null {
      const { acknowledged, there } = toldOf(reference, backOfficeRef)
      if (acknowledged?.isTaken === false) return { gone: true, why: refusal(acknowledged.message) }
      return there
    },
    /** The other side refused or cancelled it: it may be sent anew. */
    isOver(reference: string): boolean {
      const its = this.of(reference)
      return its !== null && ('gone' in its || stateOf(template, its.state) === 'cancelled')
    },
    asOfficeOrder(reference: string): OfficeOrder {
      const key = { backOfficeRef: reference, reference }
      const its = this.of(reference)
      const facts = lastTryOf(reference)?.facts ?? { totalCents: null, lines: null, postcode: null }
      const written: OfficeOrder = {
        ...key,
        ...facts,
        number: reference,
        url: null,
        state: its !== null && 'gone' in its ? 'gone' : 'open',
      }
      if (its === null || 'gone' in its) return written
      const there = toOfficeOrder(its, key, template)
      return {
        ...there,
        number: its.number ?? written.number,
        totalCents: there.totalCents ?? written.totalCents,
        lines: there.lines ?? written.lines,
        postcode: there.postcode ?? written.postcode,
      }
    },
  }
}
export type FileOrders = ReturnType<typeof createFileOrders>

const refusal = (message: string): string =>
  message === ''
    ? 'The other side did not take the order, and said no reason.'
    : `The other side did not take the order: “${message}”.`
