import { describe, expect, it, onTestFinished } from 'vitest'
import { clockByHand } from '../../helpers/clock-by-hand.ts'
import { startCubynSimulator } from './index.ts'
import { begin } from './state.ts'

const open = async () => {
  const clock = clockByHand()
  const simulator = await startCubynSimulator({ now: clock.now })
  onTestFinished(() => simulator.close())
  await simulator.there.addProducts([{ sku: 'MUG', title: 'Mug', stock: 10, priceCents: 900 }])
  const ask = async (method: string, path: string, body?: unknown, key = simulator.account.key ?? '') => {
    const answer = await fetch(new URL(path, simulator.url), {
      method,
      headers: { 'x-application': key, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const value: unknown = await answer.json()
    return { status: answer.status, value, total: answer.headers.get('x-total-count') }
  }
  return { ...simulator, clock, ask }
}

const WANTED = {
  ...{ firstName: 'Ana', lastName: 'Petit', phone: '0600000000', orderRef: 'RKT-1', objectCount: 2 },
  address: { line1: '2 rue Basse', zip: '69001', city: 'Lyon', country: 'FR' },
  ...{ items: [{ sku: 'MUG', quantity: 2 }], deliveryMode: 'STANDARD' },
}

describe('the stand-in of Cubyn', () => {
  it('answers strangers, and tells only those with a key who they are', async () => {
    const { ask } = await open()

    expect(await ask('GET', '/v2')).toMatchObject({ status: 200, value: { auth: { user: { id: 700000001 } } } })
    expect((await ask('GET', '/v2', undefined, 'nobody')).value).not.toHaveProperty('auth')
    expect(await ask('GET', '/v2/parcels', undefined, 'nobody')).toMatchObject({ status: 401 })
  })

  it('takes a parcel twice under one reference, with numbers that grow', async () => {
    const { ask, account } = await open()

    const [one, other] = [await ask('POST', '/v2/parcels', WANTED), await ask('POST', '/v2/parcels', WANTED)]

    expect(one.value).toEqual({ id: 673800001, status: 'CREATED', orderRef: 'RKT-1' })
    expect(other.value).toMatchObject({ id: 673800008 })
    expect(account.products).toMatchObject([{ stored: 10, reserved: 4 }])
    expect(account.events.at(-1)).toEqual({
      ...{ type: 'UPDATE_RESERVATION', reference: 'PARCEL:673800008', sku: 'MUG', quantity: 2 },
    })
  })

  it.each([
    ['a long name', { lastName: 'x'.repeat(36) }],
    ['no name', { firstName: '' }],
    ['other letters', { firstName: 'Пётр' }],
    ['an emoji', { firstName: 'Ana 🎁' }],
    ['a curly apostrophe', { lastName: 'd’Arc' }],
    ['a long street', { address: { ...WANTED.address, line1: 'x'.repeat(36) } }],
    ['a long postcode', { address: { ...WANTED.address, zip: '123456789' } }],
    ['no town', { address: { ...WANTED.address, city: '' } }],
    ['customs', { address: { ...WANTED.address, country: 'CH' } }],
    ['overseas', { address: { ...WANTED.address, zip: '97400' } }],
    ['a long phone number', { phone: '00336123456789' }],
    ['Express without phone', { deliveryMode: 'EXPRESS', phone: '' }],
    ['Relay without a relay point', { deliveryMode: 'RELAY' }],
    ['no delivery mode', { deliveryMode: undefined }],
    ['a field it does not know', { totalPrice: 1290 }],
    ['half a unit', { items: [{ sku: 'MUG', quantity: 0.5 }] }],
  ])('refuses %s in words', async (_, facts) => {
    const { ask, account } = await open()

    expect(await ask('POST', '/v2/parcels', { ...WANTED, ...facts })).toMatchObject({
      ...{ status: 422, value: { message: expect.stringMatching(/\w/) } },
    })
    expect(account.parcels).toEqual([])
  })

  it('lets a parcel go its way by the clock, and its goods with it', async () => {
    const { ask, account, clock } = await open()
    await ask('POST', '/v2/parcels', WANTED)
    const [parcel] = account.parcels
    if (parcel === undefined) expect.fail('There is a parcel')
    begin(account, parcel, 'incident on the way')

    clock.advance(45 * 60_000)
    expect(await ask('GET', '/v2/parcels/673800001')).toMatchObject({ value: { status: 'PICKED' } })
    expect(await ask('PUT', '/v2/parcels/673800001/cancel')).toMatchObject({ status: 409 })
    clock.advance(24 * 3_600_000)

    expect(await ask('GET', '/v2/parcels/673800001')).toMatchObject({ value: { status: 'CARRIER_EXCEPTION' } })
    expect(account.products).toMatchObject([{ stored: 8, reserved: 0 }])
  })

  it('gives the goods of a cancelled parcel back, once', async () => {
    const { ask, account } = await open()
    await ask('POST', '/v2/parcels', WANTED)

    const answers = [await ask('PUT', '/v2/parcels/673800001/cancel'), await ask('PUT', '/v2/parcels/673800001/cancel')]

    expect(answers.map(({ status }) => status)).toEqual([200, 409])
    expect(account.products).toMatchObject([{ stored: 10, reserved: 0 }])
  })

  it('searches by a token that ends, and finds what is merely alike', async () => {
    const { ask, clock } = await open()
    for (const orderRef of ['RKT-1', 'RKT-12', 'RKT-2', 'SHOP'])
      await ask('POST', '/v2/parcels', { ...WANTED, orderRef })
    clock.advance(60_000)
    const { value } = await ask('POST', '/v2/tokens', { type: 'short', userId: 700000001 })
    const { token } = value as { readonly token: string }

    const { value: found } = await ask('GET', `/v2/search/parcel?q=RKT-1&limit=20&st=${token}`)
    clock.advance(3_600_000)

    expect(found).toMatchObject([{ orderRef: 'RKT-2' }, { orderRef: 'RKT-12' }, { orderRef: 'RKT-1' }])
    expect(await ask('GET', `/v2/search/parcel?q=RKT-1&limit=20&st=${token}`)).toMatchObject({ status: 401 })
  })

  it('tells how long a list is, in pages of a hundred at most', async () => {
    const { ask } = await open()
    for (let count = 0; count < 3; count += 1) await ask('POST', '/v2/parcels', WANTED)

    const page = await ask('GET', '/v2/parcels?offset=1&limit=1&sort[id]=DESC')

    expect(page).toMatchObject({ total: '3', value: [{ id: 673800008 }] })
    expect(await ask('GET', '/v2/parcels?offset=0&limit=101')).toMatchObject({ status: 400 })
  })
})
