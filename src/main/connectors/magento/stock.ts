import { Fault } from '../../domain/fault.ts'
import type { OfficeStock } from '../sockets/back-office.ts'
import { type Entry, readCatalogue } from './catalogue.ts'
import { countShelf, skusToCount } from './count-shelf.ts'
import { canBeInPath, legacyUnits, readLegacyItem, readLegacyStock } from './legacy-stock.ts'
import { readSalable, type SalableUnits } from './salable.ts'
import type { Desk } from './settings.ts'
import { skuKey } from './shelf.ts'
import type { Shop } from './shop.ts'

type Product = Pick<Entry, 'id' | 'sku'>
/** Units that may be sold, by product id; null: not counted. A product that is not part of the website's stock is left out. */
type Available = ReadonlyMap<number, number | null>

export const readStock = async (desk: Desk, shop: Shop): Promise<readonly OfficeStock[]> => {
  const catalogue = await readCatalogue(desk)
  const available = (await shop.hasMsi()) ? await readAvailable(desk, shop, catalogue) : await readAllLegacy(desk)
  const stock = catalogue.flatMap(({ id, code, title }) => {
    const units = available.get(id)
    return units === undefined || code === '' ? [] : [{ sku: code, available: units, title }]
  })
  if (stock.length === 0 && catalogue.length > 0) throw emptyStock(desk, catalogue)
  return stock
}

const emptyStock = ({ ports: { side }, settings }: Desk, catalogue: readonly Entry[]): Fault => {
  const why = catalogue.every(({ code }) => code === '')
    ? `has anything in the attribute "${settings.skuSource}", by which they are to be found`
    : `is part of the stock of the store view "${settings.storeCode}"`
  return new Fault('settings', `None of the ${catalogue.length} products of ${side} ${why}.`, { side })
}

/** The same for the few products of an order. */
export const readAvailableOf = async (desk: Desk, shop: Shop, products: readonly Product[]): Promise<Available> => {
  if (await shop.hasMsi()) return readAvailable(desk, shop, products)
  if (!products.every(({ sku }) => canBeInPath(sku))) return readAllLegacy(desk)
  const available = new Map<number, number | null>()
  for (const { id, sku } of products) available.set(id, legacyUnits(await readLegacyItem(desk, sku)))
  return available
}

const readAllLegacy = async (desk: Desk): Promise<Available> =>
  new Map((await readLegacyStock(desk)).map((item) => [item.product_id, legacyUnits(item)]))

const readAvailable = async (desk: Desk, shop: Shop, products: readonly Product[]): Promise<Available> => {
  const ids = products.map(({ id }) => id)
  const salable = await readSalable(desk, shop, ids)
  if (salable === null) return readFromSources(desk, shop, products)
  const counted = new Set(await skusToCount(desk, skusOf(products)))
  const shelf = await countShelf(desk, shop, [...counted], products.length)
  return byProduct(products, (sku) => unitsOf(salable.get(skuKey(sku)), counted.has(sku) ? shelf.free(sku) : ANY))
}

/** Where there is no export of salable quantities, what the sources hold is all that is known. */
const readFromSources = async (desk: Desk, shop: Shop, products: readonly Product[]): Promise<Available> => {
  const shelf = await countShelf(desk, shop, skusOf(products), products.length)
  return byProduct(products, (sku) => (shelf.holds(sku) ? wholeUnits(shelf.free(sku)) : undefined))
}

const skusOf = (products: readonly Product[]): readonly string[] => products.map(({ sku }) => sku)

const ANY = Number.POSITIVE_INFINITY

const byProduct = (products: readonly Product[], unitsOfSku: (sku: string) => number | null | undefined): Available => {
  const available = new Map<number, number | null>()
  for (const { id, sku } of products) {
    const units = unitsOfSku(sku)
    if (units !== undefined) available.set(id, units)
  }
  return available
}

const unitsOf = (salable: SalableUnits | undefined, free: number): number | null | undefined => {
  if (salable === undefined) return undefined
  if (!salable.isSalable) return 0
  return salable.units === null ? null : wholeUnits(Math.min(salable.units, free))
}

const wholeUnits = (units: number): number => Math.max(0, Math.floor(units))
