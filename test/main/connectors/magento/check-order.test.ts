import { expect, it } from 'vitest'
import { anAddress } from '../../../helpers/an-order.ts'
import { openMagento } from './open-magento.ts'

it('a SKU in other letters than the shop has it is unknown, and nothing is said of another', async () => {
  const { backOffice } = await openMagento()

  const check = await backOffice.checkOrder({
    ...{ lines: [{ sku: 'mug-blue', quantity: 1 }], delivery: anAddress(), relayPoint: null },
  })

  expect(check).toMatchObject({ unknownSkus: ['mug-blue'], duplicateSkus: [] })
  expect([...check.available]).toEqual([])
})

it('a country the shop does not sell to is named', async () => {
  const { backOffice } = await openMagento()

  const check = await backOffice.checkOrder({
    ...{ lines: [{ sku: 'MUG-BLUE', quantity: 1 }], delivery: anAddress({ countryCode: 'US' }), relayPoint: null },
  })

  expect(check.addressRule).toMatch(/does not sell to US/)
})
