import { z } from 'zod'

/** What is missing comes as `false`, `""`, `[]` or `null`, and not always as the same (lightspeed.md 1). */
const NOTHING = z.union([z.literal(false), z.null(), z.tuple([])])

/** A text, or the empty one. */
export const Text = z
  .union([z.string(), z.number(), NOTHING])
  .optional()
  .transform((value) => (typeof value === 'string' || typeof value === 'number' ? String(value) : ''))

/** A whole number, written as one or as a text; the checkout does both (2.1). */
export const Whole = z.union([z.int(), z.string().regex(/^-?\d{1,15}$/)]).transform(Number)

/** The id of something, or null. */
export const Id = z
  .union([Whole, z.literal(''), NOTHING])
  .optional()
  .transform((value) => (typeof value === 'number' && value > 0 ? value : null))

/** An amount as cents; null when there is none. Amounts come as JSON numbers or texts, with two decimals or more. */
export const Cents = z
  .union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/), z.literal(''), NOTHING])
  .optional()
  .transform((value) =>
    typeof value === 'number' || (typeof value === 'string' && value !== '') ? Math.round(Number(value) * 100) : null,
  )

export const Flag = z
  .union([z.boolean(), z.literal(0), z.literal(1), z.literal(''), z.null()])
  .optional()
  .transform((value) => value === true || value === 1)

/** A link to something else: `{"resource":{"id":123|false,…}}`; its id, or null. */
export const Link = z
  .union([z.object({ resource: z.object({ id: Id }) }), NOTHING, z.literal('')])
  .optional()
  .transform((value) => (typeof value === 'object' && value !== null && 'resource' in value ? value.resource.id : null))
