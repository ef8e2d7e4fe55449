import { describe, expect, it } from 'vitest'
import type { OrderQuery } from '../../../src/main/db/orders-repository.ts'
import type { Repositories } from '../../../src/main/db/repositories.ts'
import { ORDER_STATUSES } from '../../../src/main/domain/order.ts'
import { aBuyer, aNewOrder, anAddress, anItem, anOrder } from '../../helpers/an-order.ts'
import { keepOrders } from '../../helpers/keep-orders.ts'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

const AT = '2026-11-20T10:00:00.000Z'

const query = (more: Partial<OrderQuery> = {}): OrderQuery => ({
  tab: 'all',
  sort: 'reference',
  direction: 'ascending',
  offset: 0,
  limit: 50,
  ...more,
})

const listed = ({ orders }: Repositories, more: Partial<OrderQuery> = {}) =>
  orders.list(query(more)).rows.map(({ order }) => order.reference)

const aProblem = (kind: 'sku' | 'unreachable' | 'claim') =>
  ({ kind, message: 'why', detail: {}, since: AT, nextTryAt: null }) as const

describe('the tabs of the orders list', () => {
  it('show each status where the seller looks for it, and count the same', () => {
    const repositories = openTestRepositories()
    keepOrders(repositories, ...ORDER_STATUSES.map((status) => anOrder({ reference: status, status })))

    const tabs = {
      'to-do': ['skipped'],
      'to-accept': ['imported'],
      'not-shipped': ['accepted', 'manual', 'placed'],
      waiting: ['waiting'],
      shipped: ['dispatched', 'shipped'],
      cancelled: ['cancelled', 'refused'],
      skipped: ['skipped'],
      all: ORDER_STATUSES.toSorted(),
    } as const

    const counts = repositories.orders.counts()
    for (const tab of Object.keys(tabs) as (keyof typeof tabs)[]) {
      expect(listed(repositories, { tab })).toEqual(tabs[tab])
      expect(counts[tab]).toBe(tabs[tab].length)
    }
  })

  it('put under To do what needs a person, and not what is tried again by itself', () => {
    const repositories = openTestRepositories()
    const [first, second] = keepOrders(repositories, anOrder({ reference: 'A' }), anOrder({ reference: 'B' }))
    keepOrders(repositories, anOrder({ reference: 'C', status: 'skipped', skippedReason: 'in-store-pickup' }))
    repositories.problems.put({ orderId: first?.id ?? 0 }, aProblem('sku'))
    repositories.problems.put({ orderId: second?.id ?? 0 }, aProblem('unreachable'))

    expect(listed(repositories, { tab: 'to-do' })).toEqual(['A'])
    expect(repositories.orders.counts()['to-do']).toBe(1)
  })
})

describe('a page of the orders list', () => {
  it('is sorted, cut out, and says how many there are in all', () => {
    const repositories = openTestRepositories()
    repositories.orders.insertNew(['A', 'B', 'C', 'D'].map((reference) => aNewOrder({ reference })))

    const page = repositories.orders.list(query({ direction: 'descending', offset: 1, limit: 2 }))

    expect(page.rows.map(({ order }) => order.reference)).toEqual(['C', 'B'])
    expect(page.total).toBe(4)
  })

  it('keeps to one connection and one status when asked', () => {
    const repositories = openTestRepositories()
    keepOrders(
      repositories,
      anOrder({ reference: 'A', status: 'placed' }),
      anOrder({ reference: 'B', status: 'accepted' }),
    )

    expect(listed(repositories, { connectionId: 1, status: 'placed' })).toEqual(['A'])
    expect(listed(repositories, { connectionId: 2 })).toEqual([])
  })

  it('keeps to one delivery mode and to a stretch of time when asked', () => {
    const { orders } = openTestRepositories()
    orders.insertNew([
      aNewOrder({ reference: 'A', deliveryMode: 'Suivi', purchasedAt: '2026-11-18T10:00:00.000Z' }),
      aNewOrder({ reference: 'B', purchasedAt: '2026-11-19T00:00:00.000Z' }),
      aNewOrder({ reference: 'C', purchasedAt: '2026-11-20T00:00:00.000Z' }),
    ])
    const found = (more: Partial<OrderQuery>) => orders.list(query(more)).rows.map(({ order }) => order.reference)

    expect(found({ deliveryMode: 'Suivi' })).toEqual(['A'])
    expect(found({ purchasedFrom: '2026-11-19T00:00:00.000Z' })).toEqual(['B', 'C'])
    expect(found({ purchasedFrom: '2026-11-19T00:00:00.000Z', purchasedBefore: '2026-11-20T00:00:00.000Z' })).toEqual([
      'B',
    ])
  })

  it('keeps to one country when asked: of the relay point, else of the address the parcel goes to', () => {
    const { orders } = openTestRepositories()
    const inFrance = anAddress({ countryCode: 'FR' })
    const inSpain = anAddress({ countryCode: 'ES' })
    const relayPoint = { ...RELAY_POINT, countryCode: 'BE' }
    orders.insertNew([
      aNewOrder({ reference: 'A', buyer: aBuyer({ billing: inSpain, delivery: inFrance }) }),
      aNewOrder({ reference: 'B', buyer: aBuyer({ delivery: inFrance, corrected: inSpain }) }),
      aNewOrder({ reference: 'C', buyer: aBuyer({ delivery: inFrance, relayPoint }) }),
      aNewOrder({ reference: 'D', buyer: aBuyer({ billing: inSpain, delivery: null }) }),
      aNewOrder({ reference: 'E', buyer: aBuyer({ delivery: anAddress({ countryCode: '' }) }) }),
    ])
    const found = (country: string) => orders.list(query({ country })).rows.map(({ order }) => order.reference)

    expect([found('FR'), found('ES'), found('BE'), found('DE')]).toEqual([['A'], ['B', 'D'], ['C'], []])
    expect(orders.choices().countries).toEqual([
      { value: 'ES', orders: 2 },
      { value: 'BE', orders: 1 },
      { value: 'FR', orders: 1 },
    ])
  })

  it('keeps to what is still to decide by a moment when asked', () => {
    const repositories = openTestRepositories()
    const acceptBy = '2026-11-23T23:00:00.000Z'
    keepOrders(
      repositories,
      anOrder({ reference: 'soon', acceptBy }),
      anOrder({ reference: 'later', acceptBy: '2026-11-25T23:00:00.000Z' }),
      anOrder({ reference: 'unmapped', acceptBy, status: 'skipped', skippedReason: 'mode-not-mapped' }),
      anOrder({ reference: 'pickup', acceptBy, status: 'skipped', skippedReason: 'in-store-pickup' }),
      anOrder({ reference: 'accepted', acceptBy, status: 'accepted' }),
    )

    expect(listed(repositories, { acceptUntil: '2026-11-24T00:00:00.000Z' })).toEqual(['soon', 'unmapped'])
  })

  it.each([
    ['buyerName', ['B', 'D', 'C', 'A']],
    ['units', ['B', 'C', 'D', 'A']],
    ['total', ['B', 'D', 'C', 'A']],
  ] as const)('is sorted by %s as the row shows it', (sort, references) => {
    const repositories = openTestRepositories()
    const named = (firstName: string, lastName: string) => aBuyer({ delivery: anAddress({ firstName, lastName }) })
    const item = (itemId: string, priceCents: number, status: 'accepted' | 'refused' = 'accepted') =>
      anItem({ itemId, priceCents, status })
    keepOrders(
      repositories,
      anOrder({ reference: 'A', buyer: named('Zoé', 'Abeille'), items: [item('a', 900), item('b', 900)] }),
      anOrder({ reference: 'B', buyer: null, items: [item('c', 100, 'refused')] }),
      anOrder({ reference: 'C', buyer: named('odette', 'B'), items: [item('d', 700), item('e', 5_000, 'refused')] }),
      anOrder({ reference: 'D', buyer: aBuyer({ ...NOBODY, login: 'Maud' }), items: [item('f', 600)] }),
    )

    expect(listed(repositories, { sort })).toEqual(references)
  })

  it('forgets name and country with the buyer', () => {
    const repositories = openTestRepositories()
    const [order] = keepOrders(repositories, anOrder({ reference: 'A', status: 'cancelled' }))

    repositories.orders.eraseBuyer(order?.id ?? 0, AT)

    expect(repositories.orders.choices().countries).toEqual([])
    expect(listed(repositories, { country: 'FR' })).toEqual([])
  })

  it('shows with each order its most urgent problem and its shipments', () => {
    const repositories = openTestRepositories()
    const [order] = repositories.orders.insertNew([aNewOrder()])
    const orderId = order?.id ?? 0
    repositories.problems.put({ orderId }, aProblem('unreachable'))
    repositories.problems.put({ orderId }, aProblem('claim'))
    const shipment = repositories.shipments.add(aShipment(orderId, '6A123'))

    expect(repositories.orders.list(query()).rows).toEqual([
      { order, problem: aProblem('claim'), shipments: [shipment] },
    ])
  })
})

describe('searching orders', () => {
  const searchable = () => {
    const repositories = openTestRepositories()
    keepOrders(
      repositories,
      anOrder({
        reference: '214001',
        backOfficeNumber: 'WEB-77',
        items: [anItem({ itemId: '1', sku: 'TASSE-BLEUE-L' })],
        buyer: aBuyer({
          login: 'elodie59',
          email: 'e.lefebvre@example.fr',
          delivery: anAddress({ firstName: 'Élodie', lastName: "L'Hôte-Martin" }),
        }),
      }),
      anOrder({ reference: '214002', items: [anItem({ itemId: '2', sku: 'CUP' })], buyer: null }),
    )
    repositories.shipments.add(aShipment(1, '6A12345678901'))
    return repositories
  }

  it.each([
    ['the number', '2140'],
    ["the back office's number", 'web-77'],
    ['a name, without its accent', 'elodie'],
    ['a name typed with its accent', 'Élod'],
    ['the end of a double name', 'martin'],
    ['the login', 'ELODIE59'],
    ['the e-mail', 'e.lefebvre@example.fr'],
    ['an SKU', 'tasse-bleue'],
    ['a tracking number', '6a123'],
    ['two words of different places', 'lefebvre tasse'],
  ])('finds by %s', (_what, search) => {
    const repositories = searchable()

    expect(listed(repositories, { search })).toContain('214001')
  })

  it('finds nothing when one of the words is nowhere', () => {
    expect(listed(searchable(), { search: 'lefebvre cup' })).toEqual([])
  })

  it('shows everything when nothing was typed', () => {
    expect(listed(searchable(), { search: '  ' })).toEqual(['214001', '214002'])
  })

  it.each([
    '"',
    '""',
    '*',
    '"*',
    'buyer:',
    'NOT',
    'AND OR',
    '(',
    'a NEAR(b',
    '^a',
    '-',
    "';--",
    '\0',
    'a\0b',
    '{buyer}: x',
    'col : "x"',
    '+',
    '\\',
    '😀',
  ])('takes %j as text and never as a query', (search) => {
    const repositories = searchable()

    expect(() => repositories.orders.list(query({ search }))).not.toThrow()
  })

  it('takes words of the query language literally', () => {
    const repositories = searchable()
    const [order] = repositories.orders.insertNew([
      aNewOrder({ reference: '3', items: [anItem({ itemId: '3', sku: 'NOT OR' })] }),
    ])

    expect(listed(repositories, { search: 'NOT' })).toEqual([order?.reference])
  })

  it('sorts, counts and cuts the same whether a word finds few orders or thousands', () => {
    const repositories = openTestRepositories()
    const number = (index: number) => String(5000 + ((index * 7) % 1500))
    repositories.orders.insertNew(
      Array.from({ length: 1500 }, (_, index) =>
        aNewOrder({ reference: number(index), ...(index < 3 ? { status: 'cancelled' } : {}) }),
      ),
    )

    const page = repositories.orders.list(query({ search: 'lefebvre', offset: 1498, limit: 5 }))
    const cancelled = repositories.orders.list(query({ search: 'lefebvre', tab: 'cancelled' }))

    expect([page.total, page.rows.map(({ order }) => order.reference)]).toEqual([1500, ['6498', '6499']])
    expect([cancelled.total, cancelled.rows.map(({ order }) => order.reference)]).toEqual([3, ['5000', '5007', '5014']])
    expect(listed(repositories, { search: 'lefebvre 6499' })).toEqual(['6499'])
  })

  it('follows a tracking number that was corrected', () => {
    const repositories = searchable()
    const [shipment] = repositories.shipments.of(1)
    if (shipment?.tracking == null) throw new Error('no tracking')

    repositories.shipments.save({ ...shipment, tracking: { ...shipment.tracking, trackingNumber: '8R999' } })

    expect([listed(repositories, { search: '8R999' }), listed(repositories, { search: '6A123' })]).toEqual([
      ['214001'],
      [],
    ])
  })
})

const NOBODY = { billing: null, delivery: null, relayPoint: null, corrected: null }

const RELAY_POINT = {
  ...{ id: 'FR-000123', name: 'Tabac', address: '1 rue du Port', postcode: '7000', city: 'Mons', country: 'Belgique' },
  ...{ countryCode: 'BE', civility: '', lastName: 'Lefebvre', firstName: 'Élodie' },
}

const aShipment = (orderId: number, trackingNumber: string) =>
  ({
    orderId,
    itemIds: [],
    parcel: { carrierName: 'Colissimo', carrierCode: null, trackingNumber, trackingUrl: null, contents: [] },
    tracking: {
      carrier: 'Colissimo',
      trackingNumber,
      trackingUrl: `https://www.laposte.fr/outils/suivre-vos-envois?code=${trackingNumber}`,
    },
    rule: 'name',
    state: 'to-send',
    sentAt: null,
    attempts: 0,
  }) as const
