import type { OfficeStock } from '../sockets/back-office.ts'
import type { Desk } from './desk.ts'
import { PAGE_SIZE } from './facts.ts'
import { keepCallsForOrders } from './keep-calls.ts'
import { countRows, readWhole } from './lists.ts'
import { Variant } from './schemas.ts'
import { skuOf } from './sku-source.ts'
import { availableOf } from './variants.ts'

const StockRow = Variant.pick({
  ...{ id: true, articleCode: true, sku: true, ean: true, title: true, stockTracking: true, stockLevel: true },
})

/**
 * Every SKU of the catalogue with its units, in one sweep. All of it each time: nothing says that a sale dates a variant anew
 * (lightspeed.md 5), and a unit that was sold must not be offered again.
 */
export const readStock = async ({ api, settings: { source } }: Desk): Promise<readonly OfficeStock[]> => {
  const list = { path: 'variants', key: 'variants', fields: Object.keys(StockRow.shape), row: StockRow }
  const count = await countRows(api, list)
  keepCallsForOrders(api, Math.ceil(count / PAGE_SIZE))
  const variants = await readWhole(api, list, count)
  return variants
    .map((variant) => ({ sku: skuOf(source, variant), title: variant.title, available: availableOf(variant) }))
    .filter(({ sku }) => sku !== '')
}
