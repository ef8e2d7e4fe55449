import { z } from 'zod'
import { parseCents } from '../../domain/money.ts'

const None = z.union([z.null(), z.literal(false)])

/** Ids and counts: numbers in a list, texts in the answer to a POST, texts for booleans (prestashop.md 1.5). */
export const Whole = z
  .union([z.number(), z.string().regex(/^-?\d+$/)])
  .transform(Number)
  .pipe(z.int())

/** The id of something else; 0 where there is none, which PHP may also say as an empty text, null or false. */
export const Reference = z.union([Whole, z.enum(['']).transform(() => 0), None.transform(() => 0)])

/** A text, whatever type it comes as. */
export const Words = z.union([z.string(), z.number().transform(String), None.transform(() => '')])

/** An amount with 3 or 6 decimals, as cents. */
export const Cents = Words.transform((text, context) => {
  const cents = parseCents(text)
  if (cents !== null) return cents
  context.addIssue({ code: 'custom', message: 'not an amount' })
  return z.NEVER
})

/** A rate or factor: `20.000`. */
export const Rate = Words.transform(Number).pipe(z.number())

export const Flag = z.union([z.boolean(), Whole]).transform((value) => value === true || value === 1)

/** A text in one language, or in all of them: then the first counts. */
export const Translated = z.union([
  Words,
  z.array(z.object({ value: Words })).transform(([first]) => first?.value ?? ''),
])

/** A list of a resource; an empty one is `[]` instead of an object (1.5). */
export const listOf = <T>(resource: string, row: z.ZodType<T>): z.ZodType<readonly T[]> =>
  z
    .preprocess(
      (answer) => (Array.isArray(answer) && answer.length === 0 ? { [resource]: [] } : answer),
      z.object({ [resource]: z.array(row) }),
    )
    .transform((answer) => answer[resource] ?? [])

/** The answer to a POST, of which only the id is to be believed. */
export const Created = z.object({ id: Whole })
