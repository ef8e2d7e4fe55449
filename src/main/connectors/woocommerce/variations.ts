import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import type { Api } from './api.ts'
import { NO_ROUTE } from './error-answers.ts'
import { PRODUCT_FIELDS, Product } from './products.ts'

const Products = z.array(Product)
const FIELDS = { _fields: PRODUCT_FIELDS }

/** The variations of these parents: those of all parents together since WooCommerce 10.3 (woocommerce.md 5), parent by parent before. */
export const readVariations = async (api: Api, parents: readonly Product[]): Promise<readonly Product[]> => {
  if (parents.length === 0) return []
  const wanted = new Set(parents.map(({ id }) => id))
  try {
    const variations = await api.list('variations', FIELDS, Products)
    return variations.filter(({ parent_id = 0 }) => wanted.has(parent_id))
  } catch (error) {
    if (!isFault(error) || error.detail['code'] !== NO_ROUTE) throw error
  }
  const variations: Product[] = []
  for (const parent of parents) variations.push(...(await ofParent(api, parent)))
  return variations
}

/** `isSure`: read twice under the same date of its parent, so that nothing can have changed within the second of the first reading. */
const Kept = z.object({
  modified: z.string().nullable(),
  isSure: z.boolean(),
  readAt: z.number(),
  variations: Products,
})

const A_DAY = 24 * 3_600_000

/**
 * A change of a variation's stock moves the date of its parent (5), so those of a parent that has not changed are known; once a day they are
 * read all the same, since a plugin that writes past WooCommerce moves nothing.
 */
const ofParent = async (api: Api, { id, date_modified_gmt }: Product): Promise<readonly Product[]> => {
  const { records, clock } = api.ports
  const key = `variations/${id}`
  const kept = records.read(key, Kept)
  const isSame =
    kept !== null && kept.modified !== null && kept.modified === date_modified_gmt && clock.now() - kept.readAt < A_DAY
  if (isSame && kept.isSure) return kept.variations
  const variations = (await api.list(`products/${id}/variations`, FIELDS, Products)).map((variation) => ({
    ...variation,
    parent_id: id,
  }))
  records.save(key, { modified: date_modified_gmt, isSure: isSame, readAt: clock.now(), variations })
  return variations
}
