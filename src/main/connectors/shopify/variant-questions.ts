import { z } from 'zod'
import { MOST_NODES, MOST_POINTS } from './facts.ts'
import { PAGE_INFO, pageOf } from './pages.ts'
import { connectionPoints, type Question } from './question.ts'

const Level = z.object({ quantities: z.array(z.object({ quantity: z.number().int() })).length(1) })

const VariantShape = z.looseObject({
  id: z.string().min(1),
  legacyResourceId: z.string().regex(/^\d+$/),
  sku: z.string().nullable(),
  barcode: z.string().nullable(),
  displayName: z.string(),
  inventoryPolicy: z.string(),
  inventoryQuantity: z.number().int().nullable(),
  inventoryItem: z.looseObject({ tracked: z.boolean() }),
  product: z.object({ status: z.string(), tags: z.array(z.string()) }),
})

/** A variant as we reckon with it. */
export interface Variant {
  readonly id: string
  readonly legacyResourceId: string
  readonly sku: string | null
  readonly barcode: string | null
  readonly title: string
  /** Units for sale in the places that count; null: not counted, or sold beyond what is there. */
  readonly available: number | null
  readonly archived: boolean
  readonly tags: readonly string[]
}

// Itself, its inventory item and its product; a level and its one quantity per location.
const variantPoints = (locations: number): number => 3 + 2 * locations
const levelName = (at: number): string => `level${at}`

/** With locations their levels one by one; without, Shopify's own sum over all of them (shopify.md 5). */
const variantFields = (locations: readonly string[]): string => `
  id legacyResourceId sku barcode displayName inventoryPolicy inventoryQuantity product { status tags }
  inventoryItem { tracked ${locations
    .map(
      (_, at) =>
        `${levelName(at)}: inventoryLevel(locationId: $${levelName(at)}) { quantities(names: ["available"]) { quantity } }`,
    )
    .join(' ')} }`

const declared = (locations: readonly string[]): string => locations.map((_, at) => `, $${levelName(at)}: ID!`).join('')

const levelVariables = (locations: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(locations.map((id, at) => [levelName(at), id]))

const variantOf = (locations: readonly string[]) =>
  VariantShape.transform((found, context): Variant => {
    const available = unitsOf(found, locations)
    if (available === undefined)
      context.issues.push({ code: 'custom', message: 'No quantity', input: found, path: ['inventoryQuantity'] })
    const { id, legacyResourceId, sku, barcode, displayName, product } = found
    return {
      ...{ id, legacyResourceId, sku, barcode, title: displayName, tags: product.tags },
      archived: product.status === 'ARCHIVED',
      available: available ?? null,
    }
  })

/** Undefined: it is counted, and no count came. */
const unitsOf = (found: z.infer<typeof VariantShape>, locations: readonly string[]): number | null | undefined => {
  const { inventoryItem, inventoryPolicy, inventoryQuantity } = found
  if (!inventoryItem.tracked || inventoryPolicy === 'CONTINUE') return null
  if (locations.length === 0) return inventoryQuantity === null ? undefined : Math.max(inventoryQuantity, 0)
  let units = 0
  for (const [at] of locations.entries()) {
    // Null: not stocked in that place.
    const level = Level.nullable().safeParse(inventoryItem[levelName(at)])
    if (!level.success) return undefined
    units += level.data?.quantities[0]?.quantity ?? 0
  }
  return Math.max(units, 0)
}

/** How many variants one page holds, so that it stays below the most points. */
export const variantsAtOnce = (locations: readonly string[]): number =>
  Math.min(MOST_NODES, Math.floor((MOST_POINTS - connectionPoints(0, 0) - 1) / variantPoints(locations.length)))

/** A search finds few: a long page would only be reckoned dear. */
const FOUND_AT_ONCE = 50

export const listVariants = (search: string | null, after: string | null, locations: readonly string[]) => {
  const first = Math.min(variantsAtOnce(locations), search === null ? MOST_NODES : FOUND_AT_ONCE)
  return {
    name: 'productVariants',
    document: `query Variants($first: Int!, $after: String, $search: String${declared(locations)}) {
      productVariants(first: $first, after: $after, query: $search) {
        nodes { ${variantFields(locations)} } ${PAGE_INFO} } }`,
    variables: { first, after, search, ...levelVariables(locations) },
    answer: z.object({
      productVariants: pageOf(variantOf(locations)),
    }),
    points: connectionPoints(first, variantPoints(locations.length)) + 1,
  } satisfies Question<unknown>
}

export const readVariants = (numbers: readonly string[], locations: readonly string[]) =>
  ({
    name: 'nodes',
    document: `query VariantsById($ids: [ID!]!${declared(locations)}) {
      nodes(ids: $ids) { ... on ProductVariant { ${variantFields(locations)} } } }`,
    variables: { ids: numbers.map((number) => `gid://shopify/ProductVariant/${number}`), ...levelVariables(locations) },
    answer: z.object({ nodes: z.array(variantOf(locations).nullable()).length(numbers.length) }),
    points: numbers.length * variantPoints(locations.length),
  }) satisfies Question<unknown>
