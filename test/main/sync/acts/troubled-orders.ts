import type { BackOffice, OfficeProgress } from '../../../../src/main/connectors/sockets/back-office.ts'
import { Fault } from '../../../../src/main/domain/fault.ts'
import type { ProblemKind } from '../../../../src/main/domain/problem.ts'
import type { CorridorOptions, TestCorridor } from '../../../helpers/a-corridor.ts'
import { colissimo, cup, mug, onePlaced, open, otherNumber } from '../an-open-corridor.ts'

export type Troubled = TestCorridor & { readonly id: string }

/** The kinds that stand beside connections only: they are solved there. */
export const OF_CONNECTIONS = ['stock-confirmation', 'credentials', 'settings', 'clock'] as const
type OfConnections = (typeof OF_CONNECTIONS)[number]

const bought = async (order: object, options: CorridorOptions = {}): Promise<Troubled> => {
  const corridor = await open(options)
  const id = corridor.rakuten.world.buy({ items: [mug], ...order })
  await corridor.sync()
  return { ...corridor, id }
}

/** Fails the first time with this fault, wherever accepting is asked. */
const failingOnce = (fault: () => Fault): CorridorOptions => {
  let isFirst = true
  return {
    marketplace: (marketplace) => ({
      ...marketplace,
      acceptItem: async (itemId) => {
        if (!isFirst) return marketplace.acceptItem(itemId)
        isFirst = false
        throw fault()
      },
    }),
  }
}

const progressOf =
  (said: () => OfficeProgress | null) =>
  (backOffice: BackOffice): BackOffice => ({
    ...backOffice,
    readShipments: async (orders) => {
      const progress = said()
      return progress === null
        ? backOffice.readShipments(orders)
        : new Map(orders.map(({ backOfficeRef }) => [backOfficeRef, progress]))
    },
  })

/** Puts a problem that only the outside could bring beside a placed order. */
const besidePlaced = async (kind: 'busy' | 'quota' | 'unreachable'): Promise<Troubled> => {
  const corridor = await onePlaced()
  const { repositories, order, id, clock } = corridor
  const [since, nextTryAt] = [clock.nowIso(), clock.nowIso()]
  repositories.problems.put({ orderId: order(id).id }, { kind, message: 'Later.', detail: {}, since, nextTryAt })
  return corridor
}

/** How an order really comes to each kind of problem. */
export const TROUBLE: Readonly<Record<Exclude<ProblemKind, OfConnections>, () => Promise<Troubled>>> = {
  negotiation: () => bought({ items: [{ ...mug, nego: true }] }),
  preorder: () => bought({ items: [{ ...mug, preorder: true }] }),
  sku: () => bought({ items: [{ sku: 'TASSE', priceCents: 1490 }] }),
  stock: () => bought({ items: Array.from({ length: 21 }, () => mug) }),
  address: () => bought({ buyer: { address1: '' } }),
  'delivery-mode': () =>
    bought(
      { deliveryMode: 'Livraison en casier' },
      { customModes: [{ alias: 'LOCKER', label: 'Livraison en casier' }] },
    ),
  'unknown-value': () => bought({ currency: 'XTS' }),
  'accepted-elsewhere': () => bought({ acceptedAt: '2026-01-12T08:00:00.000Z' }).then(andSync),
  'total-differs': () =>
    bought(
      {},
      {
        office: (backOffice) => ({
          ...backOffice,
          placeOrder: async (asked) => ({ ...(await backOffice.placeOrder(asked)), totalCents: 1 }),
        }),
      },
    ),
  'in-doubt': async () => {
    let isDown = true
    const corridor = await bought(
      {},
      {
        capabilities: { lookUp: false, idempotentCreate: false },
        office: (backOffice) => ({
          ...backOffice,
          placeOrder: async (asked) => {
            if (isDown) throw new Fault('unreachable', 'No answer', { side: 'This PC', outcome: 'unknown' })
            return backOffice.placeOrder(asked)
          },
        }),
      },
    )
    isDown = false
    return andSync(corridor)
  },
  duplicate: () =>
    bought(
      {},
      {
        capabilities: { idempotentCreate: false },
        office: (backOffice) => ({
          ...backOffice,
          findOrders: async (reference) =>
            ['4807', '4808'].map((number) => ({
              ...{ reference, backOfficeRef: number, number, url: null, state: 'open' },
              ...{ totalCents: null, lines: [{ sku: 'MUG', quantity: 1 }], postcode: null },
            })),
        }),
      },
    ),
  gone: async () => {
    const corridor = await onePlaced()
    corridor.pc.orders.remove(corridor.ref)
    return andSync(corridor)
  },
  incident: async () => {
    let said: OfficeProgress | null = null
    const corridor = await onePlaced({ office: progressOf(() => said) })
    said = { state: 'open', parcels: [], lines: null, incident: 'A cup was not found.' }
    return andSync(corridor)
  },
  partial: async () => {
    const corridor = await onePlaced()
    corridor.pc.orders.removeUnits(corridor.ref, [{ sku: cup.sku, quantity: 1 }])
    return andSync(corridor)
  },
  cancellation: async () => {
    const corridor = await onePlaced({ settings: { cancelAtRakuten: 'confirm' } })
    corridor.pc.orders.cancel(corridor.ref)
    return andSync(corridor)
  },
  carrier: async () => {
    const corridor = await onePlaced()
    corridor.pc.orders.ship(corridor.ref, { carrierName: 'Coursier du Lac', trackingNumber: 'LAC-00042' })
    return andSync(corridor)
  },
  'tracking-required': async () => {
    const corridor = await onePlaced()
    corridor.pc.orders.ship(corridor.ref, {})
    await corridor.pass(190)
    return corridor
  },
  'tracking-changed': async () => {
    let said: OfficeProgress | null = null
    const parcel = { ...colissimo, carrierCode: null, contents: [] }
    const corridor = await onePlaced({ trackingChange: 'accepted', office: progressOf(() => said) })
    said = { state: 'completed', parcels: [parcel], lines: null }
    await corridor.sync()
    said = { state: 'completed', parcels: [{ ...parcel, trackingNumber: otherNumber }], lines: null }
    return andSync(corridor)
  },
  'not-recorded': async () => {
    let isLost = true
    const corridor = await onePlaced({
      marketplace: (marketplace) => ({
        ...marketplace,
        sendTracking: async (reference, items) =>
          isLost
            ? items.map(({ itemId }) => ({ itemId, outcome: 'sent', message: '' }) as const)
            : marketplace.sendTracking(reference, items),
      }),
    })
    corridor.pc.orders.ship(corridor.ref, colissimo)
    await corridor.pass(240)
    isLost = false
    return corridor
  },
  'cancelled-late': async () => {
    const corridor = await onePlaced({
      office: (backOffice) => ({ ...backOffice, cancelOrder: async () => ({ declined: 'it is packed' }) }),
    })
    corridor.rakuten.world.cancelByBuyer(corridor.id)
    await corridor.pass(30)
    return corridor
  },
  claim: async () => {
    const corridor = await onePlaced()
    corridor.rakuten.world.openClaim(corridor.itemIds[0] ?? '', 'Cassé')
    await corridor.pass(60)
    return corridor
  },
  refused: () =>
    bought(
      {},
      failingOnce(() => new Fault('refused', 'Rakuten refused “acceptsale”.', { side: 'Rakuten' })),
    ),
  unreadable: () =>
    bought(
      {},
      failingOnce(() => new Fault('unreadable', 'Nothing at all.', { side: 'Rakuten' })),
    ),
  unreachable: () => besidePlaced('unreachable'),
  busy: () => besidePlaced('busy'),
  quota: () => besidePlaced('quota'),
}

const andSync = async <C extends Troubled>(corridor: C): Promise<C> => {
  await corridor.sync()
  return corridor
}
