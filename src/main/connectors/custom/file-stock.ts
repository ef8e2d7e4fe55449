import type { FileThere } from '../sockets/ports.ts'
import { MOST_BYTES } from './file-inbox.ts'
import { matches } from './file-names.ts'
import { below, type FilePlace, filesIn, nameOf } from './file-place.ts'
import { previewOfFile } from './file-preview.ts'
import { createSettling } from './file-settling.ts'
import { type Source, unreadable } from './item.ts'
import { pathsOf } from './maps.ts'
import type { Office } from './office.ts'
import type { ReadStock, StockThere } from './operations.ts'
import { stockRows } from './preview-rows.ts'
import { readItems } from './read-items.ts'
import type { StockByFile } from './template.ts'
import { toStock } from './to-stock.ts'

const AN_HOUR = 3_600_000

/** The newest stock file that is whole. It stays where it is, since it counts until the next; those before it are moved away. */
export const stockByFile = (office: Office, stock: StockByFile, place: FilePlace): ReadStock => {
  const { template, ports } = office
  const { side, clock } = ports
  const settled = createSettling(ports, template.files.settleSeconds)
  const meant = matches(stock.name)
  const expected: Source = { side, what: below(stock.folder, stock.name) }
  let last: { readonly file: FileThere; readonly there: readonly StockThere[] } | null = null

  const understand = (bytes: Uint8Array, { path }: FileThere): readonly StockThere[] => {
    const source = { side, what: path }
    const { encoding } = template.files
    const items = readItems(bytes, stock.file, { ...source, encoding, columns: pathsOf(stock.map) })
    // An empty file would sell everything out.
    if (items.length === 0) throw unreadable(source, 'it lists no product')
    return toStock(items, stock.map, source)
  }

  return {
    read: () =>
      place.use(async (folder) => {
        const list = async (): Promise<readonly FileThere[]> =>
          (await filesIn(folder, stock.folder)).filter(({ path }) => meant.test(nameOf(path)) && !path.endsWith('.tmp'))
        const whole = (await settled(list)).toSorted(byAge)
        const newest = whole.at(-1)
        if (newest === undefined) throw unreadable(expected, 'there is no such file, or it is still being written')
        const hours = Math.floor((clock.now() - newest.modifiedAt) / AN_HOUR)
        if (hours >= stock.maxAgeHours) throw unreadable({ side, what: newest.path }, `it is ${hours} hours old`)
        if (last === null || !isSame(last.file, newest))
          last = { file: newest, there: understand(await folder.read(newest.path, MOST_BYTES), newest) }
        for (const { path } of whole.slice(0, -1)) {
          const to = `${below(stock.folder, template.files.processed)}/${nameOf(path)}`
          // One of that name was moved before, or it may not be moved: it does no harm where it is.
          await folder.move(path, to).catch(() => null)
        }
        return last.there
      }),
    preview: () =>
      previewOfFile(office, place, {
        ...{ title: 'Stock', incoming: stock },
        understand: (items, source) => ({ rows: stockRows(toStock(items, stock.map, source)), problem: null }),
      }),
  }
}

const isSame = (one: FileThere, other: FileThere): boolean =>
  one.path === other.path && one.bytes === other.bytes && one.modifiedAt === other.modifiedAt

const byAge = (one: FileThere, other: FileThere): number =>
  one.modifiedAt - other.modifiedAt || one.path.localeCompare(other.path, 'en', { numeric: true })
