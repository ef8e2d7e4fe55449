import { describe, expect, it } from 'vitest'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace, aPlacedLine } from '../../../helpers/an-order-to-place.ts'
import { addShippingMethod, rowsWhere } from '../../../simulators/shopware/state.ts'
import { openShopware, ordersIn } from './open-shopware.ts'

const openWithBook = async () => {
  const opened = await openShopware()
  await opened.there.addProducts([{ sku: 'BOOK', title: 'Book', stock: 9, priceCents: 1000, vatClass: 'reduced' }])
  const [standard] = rowsWhere(opened.simulator.shop, 'tax', 'name', 'standard')
  const place = async (method: object, facts = {}) => {
    const { id } = addShippingMethod(opened.simulator.shop, { name: 'New', ...method })
    const lines = [aPlacedLine({ priceCents: 3000 }), aPlacedLine({ sku: 'BOOK', priceCents: 1000 })]
    await opened.backOffice.placeOrder(anOrderToPlace({ lines, shippingCents: 400, methodId: id, ...facts }))
    return ordersIn(opened)[0]?.['shippingCosts'] as { readonly calculatedTaxes: readonly object[] }
  }
  return { opened, place, standard }
}

describe('the VAT of shipping in Shopware', () => {
  it('is that of the goods, in their proportion', async () => {
    const { place } = await openWithBook()

    expect(await place({ taxType: 'auto' })).toMatchObject({
      calculatedTaxes: [
        { taxRate: 20, price: 3, tax: 0.5 },
        { taxRate: 5.5, price: 1, tax: 0.05 },
      ],
      taxRules: [
        { taxRate: 20, percentage: 75 },
        { taxRate: 5.5, percentage: 25 },
      ],
    })
  })

  it('is the highest of the goods, where the method says so', async () => {
    const { place } = await openWithBook()

    expect((await place({ taxType: 'highest' })).calculatedTaxes).toEqual([{ taxRate: 20, price: 4, tax: 0.67 }])
  })

  it('is the method’s own for the country, where it says so', async () => {
    const { place, standard } = await openWithBook()
    const german = anAddress({ countryCode: 'DE', country: 'Allemagne', postcode: '10115' })

    const costs = await place({ taxType: 'fixed', taxId: standard?.id }, { delivery: german })

    expect(costs.calculatedTaxes).toEqual([{ taxRate: 19, price: 4, tax: 0.64 }])
  })

  it('is never guessed: goods whose tax is not told are not placed', async () => {
    const { opened } = await openWithBook()
    const [book] = rowsWhere(opened.simulator.shop, 'product', 'productNumber', 'BOOK')
    Object.assign(book ?? {}, { taxId: 'e'.repeat(32) })

    await expect(
      opened.backOffice.placeOrder(anOrderToPlace({ lines: [aPlacedLine({ sku: 'BOOK' })] })),
    ).rejects.toMatchObject({ kind: 'unreadable', outcome: 'not-done' })

    expect(ordersIn(opened)).toEqual([])
  })
})
