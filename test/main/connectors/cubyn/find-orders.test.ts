import { describe, expect, it } from 'vitest'
import { cubyn } from '../../../../src/main/connectors/cubyn/index.ts'
import { createHttp } from '../../../../src/main/connectors/http/create-http.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { noFolders } from '../../../helpers/no-folders.ts'
import { aForeignParcel, openWarehouse } from './open-warehouse.ts'

describe('looking an order up at Cubyn', () => {
  it('finds what the search does not know yet', async () => {
    const { backOffice, account } = await openWarehouse()
    account.searchLagMs = 3_600_000
    const placed = await backOffice.placeOrder(anOrderToPlace())

    expect(await backOffice.findOrders('RKT-214001')).toEqual([placed])
  })

  it('finds what is no longer among the newest', async () => {
    const { backOffice, account, clock } = await openWarehouse()
    const placed = await backOffice.placeOrder(anOrderToPlace())
    for (let count = 0; count < 150; count += 1) aForeignParcel(account)
    clock.advance(120_000)

    expect(await backOffice.findOrders('RKT-214001')).toEqual([placed])
  })

  it('reads on through everything that is merely alike', async () => {
    const { backOffice, account, clock } = await openWarehouse()
    const placed = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2' }))
    for (let count = 0; count < 250; count += 1) aForeignParcel(account, { orderRef: `RKT-2${count}` })
    clock.advance(120_000)

    expect(await backOffice.findOrders('RKT-2')).toEqual([placed])
  })

  it('is a fault where the search tells nothing apart', async () => {
    const { backOffice, account, clock } = await openWarehouse()
    for (let count = 0; count < 2_100; count += 1) aForeignParcel(account, { orderRef: `RKT-2${count}` })
    clock.advance(120_000)

    await expect(backOffice.findOrders('RKT-2')).rejects.toMatchObject({ kind: 'unreadable', outcome: 'not-done' })
  })

  it('shows both where an order was made twice', async () => {
    const { backOffice, account } = await openWarehouse()
    aForeignParcel(account, { orderRef: 'RKT-1' })
    aForeignParcel(account, { orderRef: 'RKT-1' })

    expect(await backOffice.findOrders('RKT-1')).toHaveLength(2)
  })

  it('takes a duplicate for a further parcel of the order, not for a second order', async () => {
    const { backOffice, account } = await openWarehouse()
    const items = [{ sku: 'MUG-BLUE', quantity: 1 }]
    const { id } = aForeignParcel(account, { orderRef: 'RKT-1', items, status: 'CANCELLED' })
    aForeignParcel(account, { orderRef: 'RKT-1', items, type: 'DUPLICATE' })

    expect(await backOffice.findOrders('RKT-1')).toMatchObject([
      { backOfficeRef: String(id), state: 'open', lines: items },
    ])
  })

  it('asks by the filter that support named, and never trusts it blindly', async () => {
    const { backOffice, account, simulator } = await openWarehouse({ names: '{"orderRefFilter": "filters[orderRef]"}' })
    account.honoursFilter = true
    const placed = await backOffice.placeOrder(anOrderToPlace())
    aForeignParcel(account)

    expect(await backOffice.findOrders('RKT-214001')).toEqual([placed])
    expect(simulator.wire.received.filter(({ url }) => url.pathname.includes('search'))).toEqual([])

    account.honoursFilter = false
    await expect(backOffice.findOrders('RKT-214001')).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it('is a fault, never nothing, where no parcel of a list bears a reference', async () => {
    const { backOffice, account } = await openWarehouse()
    aForeignParcel(account, { orderRef: undefined as unknown as null }) // as if the field had another name

    await expect(backOffice.findOrders('RKT-1')).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it('reads lists that stand in an object, and names the fields of one it does not know', async () => {
    const { backOffice, account } = await openWarehouse()
    account.spelling.list = 'parcels'
    const placed = await backOffice.placeOrder(anOrderToPlace()).catch(() => null)
    account.spelling.list = 'whatever'

    expect(placed).toMatchObject({ state: 'open' })
    await expect(backOffice.findOrders('RKT-1')).rejects.toMatchObject({
      ...{ kind: 'unreadable', message: expect.stringContaining('It shows: whatever.') },
    })
  })
})

describe('the token of the search', () => {
  it('is asked for once, and again when it ends', async () => {
    const { backOffice, asked, clock } = await openWarehouse()
    const tokens = (): number => asked().filter((one) => one === 'POST /v2/tokens').length
    const searches = (): number => asked().filter((one) => one === 'GET /v2/search/parcel').length

    await backOffice.findOrders('RKT-1')
    await backOffice.findOrders('RKT-1')
    expect(tokens()).toBe(1)

    clock.advance(3_600_000)
    await backOffice.findOrders('RKT-1')
    expect([tokens(), searches()]).toEqual([2, 3])
  })

  it('that ended before its time is replaced', async () => {
    const { backOffice, account, asked } = await openWarehouse()
    await backOffice.findOrders('RKT-1')
    account.tokens.clear()

    expect(await backOffice.findOrders('RKT-1')).toEqual([])
    expect(asked().filter((one) => one === 'POST /v2/tokens')).toHaveLength(2)
  })

  it('is never seen in what is told about a call, nor is the key; and no call comes sooner than a second after another', async () => {
    const { simulator, clock, records, account } = await openWarehouse()
    const told: string[] = []
    const paces: unknown[] = []
    const http = createHttp({
      clock,
      pace: { turn: async (_, own) => void paces.push(own) },
      onCall: (call) => void told.push(JSON.stringify(call)),
    })
    const fields = Object.entries(cubyn.fields).map(([name, field]) => [
      name,
      'fallback' in field ? field.fallback : '',
    ])
    // Every field of the form is there; Object.fromEntries forgets their names.
    const values = { ...Object.fromEntries(fields), ...simulator.values } as Parameters<typeof cubyn.connect>[0]
    const office = cubyn.connect(values, { side: 'Cubyn', http, clock, records, folders: noFolders, skuSource: 'sku' })

    await office.placeOrder(anOrderToPlace())

    const secrets = [...account.tokens.keys(), simulator.values['applicationKey'] ?? '']
    expect(secrets).toHaveLength(2)
    expect(told.length).toBeGreaterThan(5)
    expect(new Set(paces.map((pace) => JSON.stringify(pace)))).toEqual(new Set(['[{"calls":1,"withinMs":1000}]']))
    for (const secret of secrets) expect(told.join('\n')).not.toContain(secret)
  })
})
