import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../../src/main/db/migrate.ts'
import { type Database, openDatabase } from '../../../src/main/db/open-database.ts'
import { createRepositories, type Repositories } from '../../../src/main/db/repositories.ts'
import { ORDER_STATUSES } from '../../../src/main/domain/order.ts'
import { aBuyer, aNewOrder, anAddress, anItem, anOrder } from '../../helpers/an-order.ts'
import { keepOrders } from '../../helpers/keep-orders.ts'
import { connectTestAccount, openTestRepositories } from '../../helpers/open-test-database.ts'
import { bytesUnder, temporaryFolder } from '../../helpers/temporary-folder.ts'

const AT = '2026-11-20T10:00:00.000Z'

/** A buyer none of whose words stands anywhere else. */
const aBuyerNamed = (name: string) =>
  aBuyer({
    login: `log${name}`,
    email: `mail${name}@example.fr`,
    billing: anAddress({
      firstName: `First${name}`,
      lastName: `Last${name}`,
      address1: `12 rue Street${name}`,
      city: `City${name}`,
      postcode: `P${name}`,
      mobile: '0698765432',
    }),
    delivery: anAddress({ lastName: `Other${name}` }),
    corrected: anAddress({ address2: `chez Corrected${name}` }),
  })

/** An order with its buyer's words in every place where words can lie. */
const spread = (
  { orders, timeline, problems, intents, shipments }: Repositories,
  reference: string,
  name: string,
): number => {
  const [order] = orders.insertNew([
    {
      ...aNewOrder({
        reference,
        buyer: aBuyerNamed(name),
        items: [anItem({ itemId: `${reference}-1`, negotiationComment: `from Last${name}` })],
        prepaidLabel: {
          url: `https://label.example/Last${name}`,
          trackingNumber: '8R1',
          trackingUrl: `https://track.example/?cp=P${name}`,
        },
      }),
      raw: `<sale><lastname>Last${name}</lastname></sale>`.repeat(40),
    },
  ])
  const orderId = order?.id ?? 0
  timeline.addMany(orderId, [
    { at: AT, actor: 'navette', what: 'imported', detail: { units: 1 } },
    {
      at: AT,
      actor: 'navette',
      what: 'call',
      detail: { call: 'getshippinginformation', status: 200, answer: `<city>unforeseen${name}</city>` },
    },
    { at: AT, actor: 'seller', what: 'address-corrected', detail: { city: `City${name}` } },
    { at: AT, actor: 'navette', what: 'placing', detail: { office: 'Boutique', to: `First${name}` } },
  ])
  problems.put(
    { orderId },
    {
      kind: 'address',
      message: `Street${name} is too long`,
      detail: { field: 'address1', value: `Street${name}` },
      since: AT,
      nextTryAt: null,
    },
  )
  intents.open({
    connectionId: 1,
    orderId,
    act: 'place',
    target: `RKT-${reference}`,
    openedAt: AT,
    detail: { lines: ['MUG-BLUE'], to: `Last${name}` },
  })
  shipments.add({
    orderId,
    itemIds: [],
    parcel: {
      carrierName: 'GLS',
      carrierCode: null,
      trackingNumber: 'T1',
      trackingUrl: `https://gls.example/T1/P${name}`,
      contents: [],
    },
    tracking: { carrier: 'GLS', trackingNumber: 'T1', trackingUrl: `https://gls.example/T1/P${name}` },
    rule: 'name',
    state: 'known',
    sentAt: null,
    attempts: 0,
  })
  return orderId
}

const correct = ({ orders }: Repositories, orderId: number, name: string): void => {
  const order = orders.get(orderId)
  if (order?.buyer == null) throw new Error('no buyer')
  orders.save({ ...order, buyer: { ...order.buyer, corrected: anAddress({ lastName: `Last${name}` }) } })
}

describe('erasing a buyer', () => {
  it('leaves ids, SKUs, amounts and statuses, and nothing that tells who it was', () => {
    const repositories = openTestRepositories()
    const orderId = spread(repositories, 'A', 'quxley')

    repositories.orders.eraseBuyer(orderId, AT)

    const { orders, timeline, problems, intents, shipments } = repositories
    const kept = [
      orders.get(orderId),
      timeline.of(orderId),
      problems.all(),
      intents.unsettled(1),
      shipments.of(orderId),
      orders.raw(orderId),
    ]
    expect(JSON.stringify(kept).toLowerCase()).not.toContain('quxley')
    expect(orders.get(orderId)).toMatchObject({
      reference: 'A',
      status: 'imported',
      buyer: null,
      items: [{ sku: 'MUG-BLUE', priceCents: 1290 }],
    })
    expect(orders.raw(orderId)).toBeNull()
    expect(timeline.of(orderId).map(({ what, detail }) => [what, detail])).toEqual([
      ['imported', { units: 1 }],
      ['call', { status: 200 }],
      ['address-corrected', {}],
      ['placing', { office: 'Boutique' }],
    ])
    expect(shipments.of(orderId)).toMatchObject([
      {
        parcel: { trackingNumber: 'T1', trackingUrl: null },
        tracking: { carrier: 'GLS', trackingNumber: 'T1', trackingUrl: '' },
      },
    ])
  })

  it('takes the buyer out of the search', () => {
    const repositories = openTestRepositories()
    repositories.orders.eraseBuyer(spread(repositories, 'A', 'quxley'), AT)

    const found = (search: string) =>
      repositories.orders.list({ tab: 'all', search, sort: 'reference', direction: 'ascending', offset: 0, limit: 9 })
        .total

    expect([found('lastquxley'), found('logquxley'), found('A'), found('MUG')]).toEqual([0, 0, 1, 1])
  })

  it('keeps the order from being imported again', () => {
    const repositories = openTestRepositories()
    repositories.orders.eraseBuyer(spread(repositories, 'A', 'quxley'), AT)

    expect(repositories.orders.insertNew([aNewOrder({ reference: 'A' })])).toEqual([])
    expect(repositories.orders.byReference('A')).toMatchObject([{ buyer: null }])
  })

  it('is not undone by somebody who read the order before, nor by a later save', () => {
    const { orders } = openTestRepositories()
    const [before] = orders.insertNew([aNewOrder()])
    if (before === undefined) throw new Error('not inserted')
    orders.eraseBuyer(before.id, AT)

    expect(() => orders.save(before)).toThrow(expect.objectContaining({ kind: 'stale' }))
    const erased = orders.get(before.id)
    if (erased === null) throw new Error('gone')
    const saved = orders.save({ ...erased, buyer: aBuyer() })

    expect(saved.buyer).toBeNull()
    expect(orders.get(before.id)?.buyer).toBeNull()
  })

  it('leaves other buyers alone', () => {
    const repositories = openTestRepositories()
    const erased = spread(repositories, 'A', 'quxley')
    const other = spread(repositories, 'B', 'zorvan')
    const before = [repositories.orders.get(other), repositories.timeline.of(other), repositories.shipments.of(other)]

    repositories.orders.eraseBuyer(erased, AT)

    expect([repositories.orders.get(other), repositories.timeline.of(other), repositories.shipments.of(other)]).toEqual(
      before,
    )
  })
})

describe('orders due for erasure', () => {
  it('are those over for us whose last change is long ago, the oldest first', () => {
    const repositories = openTestRepositories()
    keepOrders(
      repositories,
      ...ORDER_STATUSES.map((status, index) =>
        anOrder({ reference: status, status, changedAt: `2026-08-${10 + index}T00:00:00.000Z` }),
      ),
    )
    keepOrders(
      repositories,
      anOrder({ reference: 'too young', status: 'shipped', changedAt: '2026-09-01T00:00:00.000Z' }),
    )

    const due = repositories.orders.dueForErasure('2026-09-01T00:00:00.000Z', 10).map(({ reference }) => reference)

    expect(due).toEqual(['shipped', 'cancelled', 'refused', 'skipped', 'manual'])
    expect(repositories.orders.dueForErasure('2026-09-01T00:00:00.000Z', 2)).toHaveLength(2)
  })

  it('are not those that are erased already', () => {
    const repositories = openTestRepositories()
    const [order] = keepOrders(repositories, anOrder({ status: 'shipped', changedAt: '2026-08-01T00:00:00.000Z' }))

    repositories.orders.eraseBuyer(order?.id ?? 0, AT)

    expect(repositories.orders.dueForErasure('2026-09-01T00:00:00.000Z', 10)).toEqual([])
  })
})

it('finds the orders of a buyer by whole words', () => {
  const { orders } = openTestRepositories()
  orders.insertNew([
    aNewOrder({ reference: 'A' }),
    aNewOrder({
      reference: 'B',
      buyer: aBuyer({
        login: 'x',
        email: '',
        delivery: null,
        billing: anAddress({ lastName: 'Lefebvrette', mobile: '' }),
      }),
    }),
  ])

  expect(orders.withBuyer('lefebvre').map(({ reference }) => reference)).toEqual(['A'])
})

describe('after sealing', () => {
  /** The same schema in a plain file, where bytes can be searched. */
  const plainFile = (): { db: Database; folder: string; repositories: Repositories } => {
    const folder = temporaryFolder()
    const db = openDatabase({ path: join(folder, 'plain.db'), key: null })
    db.pragma('synchronous = OFF') // nothing is learnt here from waiting for the disk
    migrate(db)
    const repositories = createRepositories(db)
    connectTestAccount(repositories)
    return { db, folder, repositories }
  }
  const names = Array.from({ length: 400 }, (_, index) => `q${((index * 7919) % 100_003).toString(36)}z`)

  it('no erased word is left in any byte of the file or its log, while the others are', () => {
    const { db, folder, repositories } = plainFile()
    const ids = repositories.together(() =>
      names.map((name, index) => spread(repositories, String((index * 7919) % 1009), name)),
    )
    // Rows that grow make SQLite move others about, and leave copies of them where nobody looks.
    repositories.together(() => {
      for (const [index, id] of ids.entries()) correct(repositories, id, `${names[index]}${'x'.repeat(index % 97)}`)
    })
    const erased = names.filter((_, index) => index % 3 !== 0)
    const left = names.filter((_, index) => index % 3 === 0)

    repositories.together(() => {
      for (const [index, id] of ids.entries()) if (index % 3 !== 0) repositories.orders.eraseBuyer(id, AT)
    })
    expect(repositories.orders.sealErasure()).toBe(true)

    const bytes = bytesUnder(folder)
    const mentioned = (which: readonly string[]) => which.filter((name) => bytes.includes(name))
    expect(mentioned(erased)).toEqual([])
    expect(mentioned(left)).toHaveLength(left.length)
    db.close()
  })

  it('the words are gone although the process died between erasing and sealing', () => {
    const { db, folder, repositories } = plainFile()
    const few = names.slice(0, 40)
    const ids = few.map((name, index) => spread(repositories, String(index), name))
    for (const id of ids) repositories.orders.eraseBuyer(id, AT)
    db.close()

    const again = openDatabase({ path: join(folder, 'plain.db'), key: null })
    createRepositories(again).orders.sealErasure()

    const bytes = bytesUnder(folder)
    expect(few.filter((name) => bytes.includes(name))).toEqual([])
    again.close()
  })

  it('nothing is written when nothing was erased since', () => {
    const { db, repositories } = plainFile()
    repositories.orders.eraseBuyer(spread(repositories, 'A', 'quxley'), AT)
    repositories.orders.sealErasure()
    const changes = () => db.prepare<[], { changes: number }>('SELECT total_changes() AS changes').get()?.changes
    const before = changes()

    repositories.orders.sealErasure()

    expect(changes()).toBe(before)
    db.close()
  })

  it('is not done while somebody reads the file, and is by the next call', () => {
    const { db, folder, repositories } = plainFile()
    repositories.orders.eraseBuyer(spread(repositories, 'A', 'quxley'), AT)
    const reader = openDatabase({ path: join(folder, 'plain.db'), key: null })
    reader.exec('BEGIN')
    reader.prepare('SELECT count(*) FROM orders').get()

    expect(repositories.orders.sealErasure()).toBe(false)
    reader.close()
    expect(repositories.orders.sealErasure()).toBe(true)

    expect(bytesUnder(folder)).not.toContain('quxley')
    db.close()
  })

  it('the rest of the order book is as it was, search included', () => {
    const { db, repositories } = plainFile()
    const ids = names.slice(0, 20).map((name, index) => spread(repositories, String(index), name))
    const [first = 0, ...others] = ids
    const before = others.map((id) => repositories.orders.get(id))

    repositories.orders.eraseBuyer(first, AT)
    repositories.orders.sealErasure()

    expect(others.map((id) => repositories.orders.get(id))).toEqual(before)
    const found = repositories.orders.list({
      tab: 'all',
      search: `last${names[1]}`,
      sort: 'reference',
      direction: 'ascending',
      offset: 0,
      limit: 9,
    })
    expect(found.rows.map(({ order }) => order.id)).toEqual([others[0]])
    db.close()
  })
})
