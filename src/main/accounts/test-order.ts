import { z } from 'zod'
import {
  type BackOffice,
  type OfficeState,
  type OrderToPlace,
  TEST_REFERENCE,
} from '../connectors/sockets/back-office.ts'
import type { Connection } from '../domain/connection.ts'
import { Fault, isFault } from '../domain/fault.ts'
import { patienceWith } from '../domain/second-try.ts'
import { capabilitiesOf } from './definitions.ts'
import type { AccountNeeds } from './needs.ts'
import type { Opening } from './opening.ts'
import { toTestOrder } from './test-order-lines.ts'

const TestOrder = z.object({
  reference: z.string(),
  backOfficeId: z.int(),
  /** `sent`: asked for. `confirmed`: read back. `cancelled`, `completed`: noticed there. `failed`: not created, or not found any more. */
  state: z.enum(['sent', 'confirmed', 'cancelled', 'completed', 'failed']),
  sentAt: z.string(),
  backOfficeRef: z.string().nullable(),
  backOfficeNumber: z.string().nullable(),
  backOfficeUrl: z.string().nullable(),
  message: z.string(),
})
export type TestOrder = z.infer<typeof TestOrder>

const keyOf = (connectionId: number): string => `test-order:${connectionId}`

/** A marked, harmless order through the back office's own *place* (product.md section 3). The marketplace never hears of it. */
export const createTestOrders = (needs: AccountNeeds, opening: Opening) => {
  const { repositories, registry, clock } = needs
  const { settings, intents } = repositories

  const read = (connectionId: number): TestOrder | null =>
    settings.read(keyOf(connectionId), (value) => TestOrder.parse(value))
  const keep = (connectionId: number, order: TestOrder): TestOrder => {
    settings.save(keyOf(connectionId), order)
    return order
  }

  /** A try in doubt that is not there once every index has caught up was lost: another one may be sent. */
  const notFound = ({ sentAt, backOfficeId }: TestOrder): Partial<TestOrder> => {
    const account = repositories.backOffices.get(backOfficeId)
    const platform = account === null ? { indexDelaySeconds: 0 } : capabilitiesOf(registry, account)
    return Date.parse(clock.nowIso()) >= patienceWith(platform, [{ openedAt: sentAt }])
      ? { state: 'failed', message: 'It did not arrive there. Send another one.' }
      : { message: 'It cannot be found there yet.' }
  }

  const look = async (connection: Connection): Promise<TestOrder | null> => {
    const known = read(connection.id)
    if (known === null || !isUnderWay(known)) return known
    const backOffice = await opening.openBackOffice(known.backOfficeId, connection.settings.skuSource)
    const standing = await howItStands(backOffice, known)
    return keep(connection.id, { ...known, ...(standing ?? notFound(known)) })
  }

  const place = async (connection: Connection, backOffice: BackOffice, order: OrderToPlace): Promise<TestOrder> => {
    const { id, backOfficeId } = connection
    const sentAt = clock.nowIso()
    const sent: TestOrder = {
      ...{ reference: order.reference, backOfficeId, state: 'sent', sentAt, message: 'Sent.' },
      ...{ backOfficeRef: null, backOfficeNumber: null, backOfficeUrl: null },
    }
    const intent = intents.open({
      connectionId: id,
      orderId: null,
      act: 'test-order',
      target: order.reference,
      openedAt: sentAt,
    })
    keep(id, sent)
    try {
      const { backOfficeRef, number, url } = await backOffice.placeOrder(order)
      intents.close(intent.id, 'done', clock.nowIso())
      return keep(id, { ...sent, backOfficeRef, backOfficeNumber: number, backOfficeUrl: url })
    } catch (error) {
      const isKnown = isFault(error) && error.outcome === 'not-done'
      intents.close(intent.id, isKnown ? 'not-done' : 'unknown', clock.nowIso())
      if (!isFault(error)) throw error
      return keep(id, { ...sent, state: isKnown ? 'failed' : 'sent', message: error.message })
    }
  }

  return {
    /** One at a time: while one is under way, it is looked at instead, and what became of it is the answer. */
    async send(connection: Connection): Promise<TestOrder> {
      const account = repositories.backOffices.get(connection.backOfficeId)
      if (account === null || !capabilitiesOf(registry, account).testOrders) {
        throw new Fault('settings', `${account?.label ?? 'This back office'} would ship a test order: none is sent.`)
      }
      const earlier = read(connection.id)
      if (earlier !== null && isUnderWay(earlier)) return (await look(connection)) ?? earlier
      const backOffice = await opening.openBackOffice(account.id, connection.settings.skuSource)
      const reference = `${TEST_REFERENCE}${connection.id}-${Date.parse(clock.nowIso())}`
      const sent = await place(connection, backOffice, await toTestOrder(backOffice, reference, clock.nowIso()))
      return sent.state === 'sent' ? ((await look(connection)) ?? sent) : sent
    },
    /** Looks again at the last one; null when none was sent. */
    look,
  }
}

const isUnderWay = ({ state }: TestOrder): boolean => state === 'sent' || state === 'confirmed'

const WORDS = {
  open: { state: 'confirmed', message: 'Found and read back. Now cancel it there.' },
  completed: { state: 'completed', message: 'Completed there, and noticed here; nothing was told to the marketplace.' },
  cancelled: { state: 'cancelled', message: 'Cancelled there, and noticed here.' },
  gone: { state: 'cancelled', message: 'Removed there, and noticed here.' },
} as const satisfies Record<OfficeState, Pick<TestOrder, 'state' | 'message'>>

/** Null: it cannot be found there. */
const howItStands = async (backOffice: BackOffice, known: TestOrder): Promise<Partial<TestOrder> | null> => {
  const { reference, backOfficeRef } = known
  if (backOfficeRef !== null) {
    const progress = (await backOffice.readShipments([{ reference, backOfficeRef }])).get(backOfficeRef)
    return progress === undefined ? {} : WORDS[progress.state]
  }
  const [found] = await backOffice.findOrders(reference)
  if (found === undefined) return null
  const { number, url } = found
  return { ...WORDS[found.state], backOfficeRef: found.backOfficeRef, backOfficeNumber: number, backOfficeUrl: url }
}
