/**
 * One of these values (prestashop.md 1.4). A single one is said twice: two numbers with a comma between them would be an interval, except in a
 * list of alternatives.
 */
export const oneOf = (values: readonly (string | number)[]): string => {
  const [only, second] = values
  return `[${(only !== undefined && second === undefined ? [only, only] : values).join('|')}]`
}

export const above = (value: number): string => `>[${value}]`

/** Whether a text can stand in a filter at all: there is no spelling for the signs that filters are made of, nor for line breaks. */
export const isFilterable = (text: string): boolean => text !== '' && !/[|[\]\p{Cc}]/u.test(text)
