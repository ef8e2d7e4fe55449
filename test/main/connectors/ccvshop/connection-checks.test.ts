import { describe, expect, it } from 'vitest'
import type { BackOffice } from '../../../../src/main/connectors/sockets/back-office.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { page } from '../../../simulators/ccvshop/errors.ts'
import { simulate } from '../../../simulators/wire.ts'
import { openCcv } from './open-ccv.ts'

const failed = async (backOffice: BackOffice) =>
  (await backOffice.testConnection()).filter(({ ok }) => !ok).map(({ name }) => name)

describe('testing the connection to CCV Shop', () => {
  it.each([
    ['orders', 'none', ['Orders', 'Writing orders']],
    ['orders', 'read', ['Writing orders']],
    ['orderrows', 'none', ['Order rows']],
    ['products', 'none', ['Products']],
    ['productqueries', 'none', ['Search']],
    ['packages', 'none', ['Packages']],
    ['settings', 'none', ['Currency']],
  ] as const)('shows each missing right by itself: %s, %s', async (resource, right, names) => {
    const { backOffice, shop } = await openCcv()
    shop.rights.set(resource, right)

    expect(await failed(backOffice)).toEqual(names)
  })

  it.each([
    [{ stockFollows: 'no' }, ['Writing stock']],
    [{ stockFollows: 'down' }, ['Writing stock']],
    [{ restock: 'no' }, ['Writing stock']],
    [{}, []],
  ])('wants the right to set stock only where Navette sets it: %o', async (values, names) => {
    const { reconnect, shop } = await openCcv()
    shop.rights.set('products', 'read')

    expect(await failed(reconnect(values))).toEqual(names)
  })

  it('changes nothing', async () => {
    const { reconnect, shop, product } = await openCcv()

    await reconnect({ stockFollows: 'no' }).testConnection()

    expect([shop.orders.size, product('MUG-BLUE').stock, product('MUG-RED').stock]).toEqual([0, 10, 5])
  })

  it.each([
    ['publicKey', 'pk-other'],
    ['secretKey', 'sk-other'],
  ])('says that the shop is there and does not know the key: %s', async (field, value) => {
    const { reconnect } = await openCcv()

    expect(await failed(reconnect({ [field]: value }))).toEqual(['Public key and secret'])
  })

  it('says that there is no shop under that address', async () => {
    const { reconnect } = await openCcv()
    const { url, close } = await simulate(() => page(404))

    expect(await failed(reconnect({ shopUrl: url.origin }))).toEqual(['Reachable', 'Public key and secret'])
    await close()
  })

  it('says that the clock is wrong, and that this is not about the key', async () => {
    const { backOffice, shop } = await openCcv()
    shop.clockAhead = 1_800_000

    const checks = await backOffice.testConnection()

    expect(checks.filter(({ ok }) => !ok)).toEqual([
      { name: 'Time of this PC', ok: false, message: expect.stringContaining('30 minutes slow'), aside: true },
    ])
  })

  it('says that the shop sells in another currency, or not to France', async () => {
    const { backOffice, shop } = await openCcv({ currency: 'GBP' })
    shop.zones.delete('FR')

    expect(await failed(backOffice)).toEqual(['Currency', 'Delivery to France'])
  })

  it('says that the stock did not go down with an order, until the seller acts on it', async () => {
    const { backOffice, reconnect } = await openCcv({ lowers: false })
    await backOffice.placeOrder(anOrderToPlace())

    expect(await failed(backOffice)).toEqual(['Stock of marketplace orders'])
    expect(await failed(reconnect({ stockFollows: 'no' }))).toEqual([])
  })
})

describe('the statuses to choose from', () => {
  it('bear the merchant’s own labels', async () => {
    const { backOffice } = await openCcv()

    const choices = await backOffice.listChoices?.('completedStates')

    expect(choices).toHaveLength(14)
    expect(choices).toContainEqual({ value: '5', label: 'Verzonden' })
    expect(choices).toContainEqual({ value: '8', label: 'Geannuleerd' })
  })

  it('bear the platform’s where the key may not see them', async () => {
    const { backOffice, shop } = await openCcv()
    shop.rights.set('settings', 'none')

    expect(await backOffice.listChoices?.('completedStates')).toContainEqual({ value: '5', label: 'Sent' })
  })
})
