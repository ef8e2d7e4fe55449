/**
 * SQL for a record whose fields are the table's columns in camel case (`acceptBy` is `accept_by`): a field is written once, in the
 * list, and reads, inserts and updates follow.
 */
export const columnsOf = <Field extends string>(...fields: readonly Field[]) => ({
  fields,
  /** `accept_by AS acceptBy, …`, from a table or its alias. */
  read: (table: string) => fields.map((field) => `${table}.${columnOf(field)} AS ${field}`).join(', '),
  /** `accept_by, …` */
  names: fields.map(columnOf).join(', '),
  /** `(accept_by, …) VALUES (@acceptBy, …)` */
  insert: `(${fields.map(columnOf).join(', ')}) VALUES (${fields.map((field) => `@${field}`).join(', ')})`,
  /** `accept_by = @acceptBy, …`, all but what never changes. */
  update: (...fixed: readonly NoInfer<Field>[]) =>
    fields
      .filter((field) => !fixed.includes(field))
      .map((field) => `${columnOf(field)} = @${field}`)
      .join(', '),
})

const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A list of known words as SQL literals: partial indexes match literals, not parameters. */
export const literals = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')
