import { Fault } from '../../domain/fault.ts'
import type { Api } from './api.ts'
import { DEEPEST_PAGE, LONGEST_TEXT } from './facts.ts'
import { checkLocations } from './locations.ts'
import { readPages } from './pages.ts'
import { inPortions } from './portions.ts'
import { quoted } from './quoted.ts'
import { codeOf, type SkuSource } from './sku-source.ts'
import { listVariants, readVariants, type Variant, variantsAtOnce } from './variant-questions.ts'

export type Catalogue = ReturnType<typeof createCatalogue>

/** Codes of one search; more would make it long. */
const CODES_AT_ONCE = 25

/** The variants of a shop: all of them, or those that bear given codes, with what the given locations hold of them (none given: all do). */
export const createCatalogue = (api: Api, locations: readonly string[], source: SkuSource, side: string) => {
  const list = (search: string | null) =>
    readPages(async (after) => (await api.ask(listVariants(search, after, locations))).productVariants, {
      side,
      deepest: DEEPEST_PAGE,
    })

  const all = async (): Promise<readonly Variant[]> => {
    const variants: Variant[] = []
    for (;;) {
      const last = variants.at(-1)
      const { nodes, isWhole } = await list(last === undefined ? null : `id:>${last.legacyResourceId}`)
      const [first] = nodes
      // A search that is not understood is answered with everything: that would never end.
      if (last !== undefined && first !== undefined && BigInt(first.legacyResourceId) <= BigInt(last.legacyResourceId))
        throw new Fault('unreadable', `${side} does not go on after the first ${variants.length} products.`, { side })
      variants.push(...nodes)
      if (isWhole) return variants
    }
  }

  const search = async (codes: readonly string[]): Promise<readonly Variant[]> => {
    const field = source === 'ean' ? 'barcode' : 'sku'
    const found: Variant[] = []
    for (const some of inPortions(codes, CODES_AT_ONCE))
      found.push(...(await list(some.map((code) => `${field}:${quoted(code)}`).join(' OR '))).nodes)
    return found
  }

  const byNumber = async (numbers: readonly string[]): Promise<readonly Variant[]> => {
    const found: Variant[] = []
    for (const some of inPortions(numbers, variantsAtOnce(locations)))
      found.push(...(await api.ask(readVariants(some, locations))).nodes.filter((variant) => variant !== null))
    return found
  }

  const candidates = async (codes: readonly string[]): Promise<readonly Variant[]> => {
    const possible = codes.filter((code) => code !== '' && code.length <= LONGEST_TEXT)
    if (source === 'id') return byNumber(possible.filter((code) => /^[1-9]\d{0,18}$/.test(code)))
    // What the search cannot be asked for is looked for in the whole catalogue.
    return possible.every(isSearchable) ? search(possible) : all()
  }

  return {
    async all(): Promise<readonly Variant[]> {
      await checkLocations(api, locations, side)
      return all()
    },
    /** Those that bear each code, and no other: the search is fuzzy, we are not (shopify.md 2.2). */
    async withCodes(codes: readonly string[]): Promise<ReadonlyMap<string, readonly Variant[]>> {
      const distinct = [...new Set(codes)]
      await checkLocations(api, locations, side)
      const found = distinct.length === 0 ? [] : await candidates(distinct)
      return new Map(distinct.map((code) => [code, soldOnes(found, code, source)]))
    },
  }
}

/** A product that was archived gives its code up to its successor. */
const soldOnes = (variants: readonly Variant[], code: string, source: SkuSource): readonly Variant[] => {
  const bearers = [
    ...new Map(variants.filter((one) => codeOf(one, source) === code).map((one) => [one.id, one])).values(),
  ]
  const sold = bearers.filter(({ archived }) => !archived)
  return code === '' ? [] : sold.length > 0 ? sold : bearers
}

/** Quotes, backslashes and stars mean something to the search, and signs alone mean nothing to it (shopify.md 2.2). */
const isSearchable = (code: string): boolean => /[\p{L}\p{N}]/u.test(code) && !/['"\\*\p{C}]/u.test(code)
