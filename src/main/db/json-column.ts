/** A value as it lies in a column. */
export const toJson = (value: unknown): string => JSON.stringify(value)

/** Reads back what `toJson` wrote: the shape is the writer's, and the table has no other one. */
export const fromJson = <T>(text: string): T => JSON.parse(text) as T // only this folder writes these columns, from values of type T

export const fromJsonOrNull = <T>(text: string | null): T | null => (text === null ? null : fromJson<T>(text))

/** One of the words a column may hold; anything else means that the row was not written by us. */
export const oneOf = <T extends string>(words: readonly T[], word: string): T => {
  const known = words.find((candidate) => candidate === word)
  if (known === undefined) throw new Error(`The database holds "${word}" where one of ${words.join(', ')} belongs`)
  return known
}
