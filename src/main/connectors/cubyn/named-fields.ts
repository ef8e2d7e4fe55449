import { z } from 'zod'

/** An object of Cubyn's, of which only a few fields are known by name. */
export const Row = z.looseObject({})
export type Row = z.infer<typeof Row>

const Text = z.union([z.string(), z.number()]).transform(String)

/** What stands under the first of these names that has anything; null when none has. A dot leads into an object. */
export const valueNamed = (row: Row, names: readonly string[]): unknown => {
  for (const name of names) {
    const value = at(row, name)
    if (value !== undefined && value !== null && value !== '') return value
  }
  return null
}

/** The first of these names that holds a text or a number. An object under the same name is none. */
export const textOf = (row: Row, names: readonly string[]): string | null => {
  for (const name of names) {
    const text = Text.safeParse(at(row, name)).data?.trim() ?? ''
    if (text !== '') return text
  }
  return null
}

/** The first of these names that holds a whole number of units, and that name. */
export const unitsOf = (
  row: Row,
  names: readonly string[],
): { readonly name: string; readonly units: number } | null => {
  for (const name of names) {
    const units = wholeNumber(at(row, name))
    if (units !== null) return { name, units }
  }
  return null
}

/** Names under which whole numbers stand, in an object inside it as well: what may be a stock figure. */
export const numbersIn = (row: Row): readonly string[] =>
  Object.entries(row).flatMap(([name, value]) => {
    if (wholeNumber(value) !== null) return [name]
    const inner = Row.safeParse(value)
    return inner.success && !Array.isArray(value)
      ? Object.keys(inner.data)
          .filter((key) => wholeNumber(inner.data[key]) !== null)
          .map((key) => `${name}.${key}`)
      : []
  })

/** For a fault: which fields there were, and nothing of what they hold. */
export const fieldsOf = (row: Row): string =>
  Object.keys(row)
    .filter((name) => /^[\w.-]{1,40}$/.test(name))
    .slice(0, 30)
    .join(', ') || 'none'

/** Puts a value under a name that may lead into an object. */
export const withField = (row: Row, name: string, value: unknown): Row => {
  const [first = '', ...rest] = name.split('.')
  if (rest.length === 0) return { ...row, [first]: value }
  const inner = Row.safeParse(row[first])
  return { ...row, [first]: withField(inner.success ? inner.data : {}, rest.join('.'), value) }
}

const at = (row: Row, name: string): unknown =>
  name
    .split('.')
    .reduce<unknown>((value, key) => (isRow(value) && Object.hasOwn(value, key) ? value[key] : undefined), row)

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)

const wholeNumber = (value: unknown): number | null => {
  const number = typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null
}
