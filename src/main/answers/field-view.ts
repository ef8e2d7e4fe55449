import type { DocumentTableView, FieldView } from '../../preload/contract/shapes.ts'
import type { DocumentTable, Fields } from '../connectors/sockets/definition.ts'

/** A connector's form as data: the screen draws it without knowing the connector. */
export const toFieldViews = (fields: Fields): readonly FieldView[] =>
  Object.entries(fields).map(([name, field]) => ({
    name,
    label: field.label,
    help: field.help ?? null,
    secret: field.secret ?? false,
    unless: field.unless ?? null,
    optional: field.optional ?? field.fallback !== undefined,
    address: field.address ?? false,
    fallback: field.fallback ?? null,
    choices: field.choices ?? null,
    several: field.several ?? false,
    document: field.document ?? false,
    tables: (field.tables ?? []).map(toTableView),
  }))

const toTableView = (table: DocumentTable): DocumentTableView => ({
  title: table.title,
  help: table.help ?? null,
  at: table.at,
  rows: table.rows,
  theirs: table.theirs,
  ours: table.ours,
  choices: table.choices?.map(({ value, label, alike = [] }) => ({ value, label, alike })) ?? null,
  seenAs: table.seenAs ?? null,
  mayBegin: table.mayBegin ?? false,
})
