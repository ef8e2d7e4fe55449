import { describe, expect, it } from 'vitest'
import type { PlacedLine } from '../../../src/main/connectors/sockets/back-office.ts'
import { vatInside } from '../../../src/main/domain/vat.ts'
import { anAddress } from '../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine } from '../../helpers/an-order-to-place.ts'
import type { BackOfficeHarness, VatClass } from './harness.ts'

const CASES: readonly (readonly [country: string, name: string, vatClass: VatClass, percent: number])[] = [
  ['FR', 'France', 'standard', 20],
  ['FR', 'France', 'intermediate', 10],
  ['FR', 'France', 'reduced', 5.5],
  ['DE', 'Allemagne', 'standard', 19],
  ['ES', 'Espagne', 'standard', 21],
  ['CH', 'Suisse', 'standard', 0],
]

/** Prices that do not divide well. */
const BASKETS: readonly (readonly [name: string, lines: readonly PlacedLine[], shippingCents: number])[] = [
  ['one unit', [aPlacedLine({ priceCents: 999 })], 0],
  ['three units and shipping', [aPlacedLine({ quantity: 3, priceCents: 1995 })], 399],
  [
    'several lines',
    [
      aPlacedLine({ quantity: 3, priceCents: 333 }),
      aPlacedLine({ sku: 'MUG-RED', quantity: 2, priceCents: 1001 }),
      aPlacedLine({ priceCents: 1 }),
    ],
    490,
  ],
  ['seven of a small price', [aPlacedLine({ sku: 'MUG-RED', quantity: 7, priceCents: 107 })], 651],
]

/** What the buyer paid is what stands in the shop's books, whatever is owed to the state. */
export const vatPromises = (harness: BackOfficeHarness): void => {
  describe.skipIf(harness.capabilities.ownPrices || harness.keepsNoPrices).each(CASES)(
    'an order to %s (%s), VAT %s',
    (countryCode, country, vatClass, percent) => {
      it.each(BASKETS)(
        `of %s has the marketplace's total to the cent, and ${percent} %% in it`,
        async (_, lines, shippingCents) => {
          const { backOffice, there } = await harness.open()
          const product = { title: 'Mug', stock: 20, priceCents: 1290, vatClass }
          await there.addProducts([
            { ...product, sku: 'MUG-BLUE' },
            { ...product, sku: 'MUG-RED' },
          ])
          const abroad = anAddress({ countryCode, country, postcode: countryCode === 'CH' ? '1201' : '28013' })

          const placed = await backOffice.placeOrder(
            anOrderToPlace({ lines, shippingCents, delivery: abroad, billing: abroad }),
          )

          const goods = lines.map(({ quantity, priceCents }) => quantity * priceCents)
          expect(placed.totalCents).toBe(goods.reduce((sum, cents) => sum + cents, shippingCents))
          expect(placed.state).toBe('open')
          if (there.vatOf === null) return
          const parts = goods.map((cents) => vatInside(cents, percent))
          const vat = await there.vatOf(placed)
          // Shipping bears the goods' rate or the standard one, as the shop is set; each line may round by a cent.
          const shipping = [percent, percent === 0 ? 0 : 20].map((rate) => vatInside(shippingCents, rate))
          const goodsVat = parts.reduce((sum, cents) => sum + cents, 0)
          const distance = Math.min(...shipping.map((cents) => Math.abs(vat - goodsVat - cents)))
          expect(distance).toBeLessThanOrEqual(lines.length + 1)
        },
      )
    },
  )
}
