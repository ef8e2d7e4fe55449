import { Fault, isFault } from '../../domain/fault.ts'
import type { Desk } from './desk.ts'
import { isMissing } from './errors.ts'
import { PAGE_SIZE } from './facts.ts'
import { readPage } from './lists.ts'
import { Variant } from './schemas.ts'
import { filterOf, skuOf } from './sku-source.ts'

export const VARIANT_FIELDS = Object.keys(Variant.shape)

/** The variants that bear each SKU exactly; a filter takes one value, so that each SKU is a call (lightspeed.md 2.4). */
export const findVariants = async (
  desk: Desk,
  skus: readonly string[],
): Promise<ReadonlyMap<string, readonly Variant[]>> => {
  const found = new Map<string, readonly Variant[]>()
  for (const sku of new Set(skus)) found.set(sku, sku.trim() === '' ? [] : await findBySku(desk, sku))
  return found
}

/** The shop's own comparison may know neither case nor blanks at the end. */
const findBySku = async (desk: Desk, sku: string): Promise<readonly Variant[]> => {
  const { api, settings } = desk
  const filter = filterOf(settings.source)
  const rows =
    filter === null
      ? await findById(desk, sku)
      : await readPage(
          api,
          { path: 'variants', key: 'variants', query: { [filter]: sku }, fields: VARIANT_FIELDS, row: Variant },
          1,
        )
  const found = rows.filter((variant) => skuOf(settings.source, variant) === sku)
  // A page full of others: the filter was not heard, and nothing is known of this SKU.
  if (found.length === 0 && rows.length >= PAGE_SIZE) {
    const message = `${api.side} answered with all its products when it was asked for SKU ${sku}.`
    throw new Fault('unreadable', message, { side: api.side, detail: { sku } })
  }
  return found
}

const findById = async ({ api }: Desk, id: string): Promise<readonly Variant[]> => {
  if (!/^[1-9]\d{0,14}$/.test(id)) return []
  try {
    return [await api.one('variant', { path: `variants/${id}` }, Variant)]
  } catch (error) {
    if (isFault(error) && isMissing(error)) return []
    throw error
  }
}

/** Units that can be sold; null where the shop does not count them. */
export const availableOf = ({ stockTracking, stockLevel }: Pick<Variant, 'stockTracking' | 'stockLevel'>) =>
  stockTracking === 'disabled' ? null : Math.max(0, stockLevel)
