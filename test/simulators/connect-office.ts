import { createHttp } from '../../src/main/connectors/http/create-http.ts'
import type { BackOffice, BackOfficeDefinition } from '../../src/main/connectors/sockets/back-office.ts'
import type { Fields, FieldValues } from '../../src/main/connectors/sockets/definition.ts'
import type { Clock, Folders, Records } from '../../src/main/connectors/sockets/ports.ts'
import { createFolders } from '../../src/main/joining/folders/create-folders.ts'
import { recordsInMemory } from '../helpers/records-in-memory.ts'

interface OfficeOptions {
  readonly clock: Clock
  /** What is entered in its form; every other field has its fallback, or is empty. */
  readonly values: Readonly<Record<string, string>>
  readonly skuSource?: string
  readonly records?: Records
  readonly folders?: Folders
}

/** A connector as the application opens it, with its real client and no pace. */
export const connectOffice = <F extends Fields>(
  definition: BackOfficeDefinition<F>,
  { clock, values, skuSource = 'sku', records = recordsInMemory(), folders }: OfficeOptions,
): BackOffice => {
  const side = definition.title
  const http = createHttp({ clock, side, pace: { turn: async () => undefined } })
  const filled = Object.entries(definition.fields).map(([name, { fallback = '' }]) => [name, values[name] ?? fallback])
  return definition.connect(
    // Every field of the form is there; Object.fromEntries forgets their names.
    Object.fromEntries(filled) as FieldValues<F>,
    { side, http, clock, records, folders: folders ?? createFolders(side), skuSource },
  )
}
