import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import type { Spoiling } from '../../../simulators/wire.ts'
import { aForeignParcel, openWarehouse } from './open-warehouse.ts'

const openWithOrder = async () => {
  const opened = await openWarehouse()
  const placed = await opened.backOffice.placeOrder(anOrderToPlace())
  return { ...opened, placed, parcel: opened.parcelThere(placed) }
}

describe('cancelling a parcel at Cubyn', () => {
  it.each(['PICKED', 'CUBYN_EXCEPTION', 'SHIPPED', 'WEIGHED'])(
    'is declined, and not even asked for, past CREATED: %s',
    async (status) => {
      const { backOffice, placed, parcel, asked } = await openWithOrder()
      parcel.status = status

      expect(await backOffice.cancelOrder(placed, '')).toEqual({
        declined: `Parcel ${parcel.id} is past the point where Cubyn can cancel it (${status}).`,
      })
      expect(asked().filter((one) => one.startsWith('PUT'))).toEqual([])
    },
  )

  it('is declined in Cubyn’s words where it was begun in between', async () => {
    const { backOffice, placed, parcel, simulator } = await openWithOrder()
    // Nobody's call is spoilt: looking at it is the moment the warehouse begins.
    simulator.wire.spoil('slow', ({ method }) => {
      if (method === 'PUT') parcel.status = 'PICKED'
      return false
    })

    expect(await backOffice.cancelOrder(placed, '')).toEqual({
      declined: 'Cubyn says: “A parcel with status PICKED cannot be canceled”',
    })
  })

  it.for<Spoiling>(['lost-answer', 'server-error', 'page', 'truncated', 'lost-request'])(
    'is in doubt where the answer is no good, and done when asked again: %s',
    async (how) => {
      const { backOffice, placed, parcel, account, simulator, clock } = await openWithOrder()
      simulator.wire.spoil(how, ({ method }) => method === 'PUT')

      const first = await backOffice.cancelOrder(placed, '').catch((error: unknown) => error)
      clock.advance(300_000)

      expect(first).toMatchObject({ outcome: 'unknown' })
      expect(await backOffice.cancelOrder(placed, '')).toBe('cancelled')
      expect(parcel.status).toBe('CANCELLED')
      expect(account.products).toMatchObject([{ stored: 10, reserved: 0 }, {}])
    },
  )

  it('is in doubt where only the look at what became of it failed', async () => {
    const { backOffice, placed, simulator } = await openWithOrder()
    const { received } = simulator.wire
    simulator.wire.spoil(
      'firewall',
      () => received.some(({ method }) => method === 'PUT') && received.at(-1)?.method === 'GET',
      9,
    )

    await expect(backOffice.cancelOrder(placed, '')).rejects.toMatchObject({ outcome: 'unknown' })
  })

  it('takes the parcels that were added to the order along', async () => {
    const { backOffice, placed, account } = await openWithOrder()
    aForeignParcel(account, { orderRef: 'RKT-214001', type: 'DUPLICATE' })

    expect(await backOffice.cancelOrder(placed, '')).toBe('cancelled')
    expect(account.parcels.map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED'])
  })

  it('leaves a second order under the same reference alone', async () => {
    const { backOffice, placed, account } = await openWithOrder()
    aForeignParcel(account, { orderRef: 'RKT-214001' })

    expect(await backOffice.cancelOrder(placed, '')).toBe('cancelled')
    expect(account.parcels.map(({ status }) => status)).toEqual(['CANCELLED', 'CREATED'])
  })

  it('says what to do where Cubyn calls it otherwise', async () => {
    const { backOffice, placed, account } = await openWithOrder()
    account.spelling.cancelled = 'VOIDED'

    await expect(backOffice.cancelOrder(placed, '')).rejects.toMatchObject({
      ...{
        kind: 'unreadable',
        outcome: 'unknown',
        message: expect.stringContaining('as “VOIDED”, which Navette does not know'),
      },
    })
  })
})
