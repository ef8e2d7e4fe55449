import { isFault } from '../../domain/fault.ts'
import type { Preview } from '../sockets/back-office.ts'
import type { Folder } from '../sockets/ports.ts'
import { decodeText, encodeText } from './encode-text.ts'
import { MOST_BYTES } from './file-inbox.ts'
import { matches } from './file-names.ts'
import { below, type FilePlace, filesIn, NO_FOLDER, nameOf } from './file-place.ts'
import type { Read } from './formats.ts'
import type { Item, Source } from './item.ts'
import { pathsOf } from './maps.ts'
import type { Office } from './office.ts'
import { readItems } from './read-items.ts'

interface Shown {
  readonly title: string
  readonly incoming: {
    readonly folder: string
    readonly name: string
    readonly file: Read
    readonly map: Readonly<Record<string, unknown>>
  }
  readonly understand: (items: readonly Item[], source: Source) => Pick<Preview, 'rows' | 'problem'>
}

/** As much as somebody looks at. */
const [MOST_CHARACTERS, MOST_ROWS] = [20_000, 20]

/** A file as it would be written, whether there is a folder for it yet or not. */
export const previewOfWritten = (
  { template, form, ports }: Office,
  what: string,
  written: { readonly path: () => string; readonly text: () => string },
): Preview => {
  let [title, text]: [string, string | null] = [what, null]
  try {
    title = `${what}: ${written.path()}`
    text = written.text()
    encodeText(text, template.files.encoding, ports.side)
    return { title, text, rows: null, problem: form.folder === '' ? NO_FOLDER : null }
  } catch (error) {
    if (!isFault(error)) throw error
    return { title, text, rows: null, problem: error.message }
  }
}

/** The last file that came, wherever it lies by now, and what is understood of it. */
export const previewOfFile = async (office: Office, place: FilePlace, shown: Shown): Promise<Preview> => {
  try {
    return await place.use((folder) => previewIn(folder, office, shown))
  } catch (error) {
    if (!isFault(error)) throw error
    return { title: shown.title, text: null, rows: null, problem: error.message }
  }
}

const previewIn = async (
  folder: Folder,
  { template, ports }: Office,
  { title, incoming, understand }: Shown,
): Promise<Preview> => {
  const { folder: at, name, file, map } = incoming
  const { encoding, processed, rejected } = template.files
  const meant = matches(name)
  const found = []
  for (const one of [at, below(at, processed), below(at, rejected)]) found.push(...(await filesIn(folder, one)))
  const last = found
    .filter(({ path }) => meant.test(nameOf(path)))
    .toSorted((one, other) => one.modifiedAt - other.modifiedAt)
    .at(-1)
  if (last === undefined) return { title, text: null, rows: null, problem: null }
  const source = { side: ports.side, what: last.path }
  let text: string | null = null
  try {
    const bytes = await folder.read(last.path, MOST_BYTES)
    text = decodeText(bytes, encoding, source).slice(0, MOST_CHARACTERS)
    const items = readItems(bytes, file, { ...source, encoding, columns: pathsOf(map) })
    const { rows, problem } = understand(items, source)
    return { title, text, rows: rows?.slice(0, MOST_ROWS) ?? null, problem }
  } catch (error) {
    if (!isFault(error, 'unreadable')) throw error
    return { title, text, rows: null, problem: error.message }
  }
}
