import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { openMugShop, operationOf } from './a-shop.ts'

describe('an order that Shopify does not create', () => {
  it('waits a minute where the shop is on trial', async () => {
    const opened = await openMugShop()
    opened.simulator.shop.isOnTrial = true
    for (let number = 1; number <= 5; number += 1)
      await opened.backOffice.placeOrder(anOrderToPlace({ reference: `RKT-${number}` }))
    const sixth = () => opened.backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-6' }))

    await expect(sixth()).rejects.toMatchObject({ kind: 'busy', outcome: 'not-done', retryAt: expect.any(String) })

    opened.clock.advance(60_000)
    expect(await sixth()).toMatchObject({ reference: 'RKT-6' })
  })

  it('is in doubt where its reference is taken and nobody can look by whom', async () => {
    const opened = await openMugShop()
    await opened.backOffice.placeOrder(anOrderToPlace())
    opened.simulator.wire.spoil('lost-request', (call) => operationOf(call) === 'Find', 9)

    await expect(opened.backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
      kind: 'unreachable',
      outcome: 'unknown',
    })
  })
})
