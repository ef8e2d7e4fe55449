import { decodeText } from './encode-text.ts'
import { WINDOWS_1252 } from './facts.ts'
import type { Encoding, Read } from './formats.ts'
import { type Item, type Source, unreadable } from './item.ts'
import { readCsv } from './read-csv.ts'
import { readJsonItems, readJsonLines } from './read-json.ts'
import { readXmlItems } from './read-xml-items.ts'

/** Where bytes came from, and how they are to be understood. */
export interface Incoming extends Source {
  readonly encoding?: Encoding
  /** The columns that a CSV must have, rows or not (`pathsOf` a map): a web page looks like a table without rows. */
  readonly columns?: readonly string[]
}

/** What came in, item by item; a `Fault` unreadable that names the place when any of it cannot be trusted: nothing is skipped. */
export const readItems = (bytes: Uint8Array, read: Read, source: Incoming): readonly Item[] => {
  const { encoding = 'utf-8' } = source
  const text = decodeText(bytes, encoding, source)
  switch (read.format) {
    case 'csv':
      return readCsv(text, read, source, source.columns)
    case 'json':
      return readJsonItems(text, read.items, source)
    case 'json-lines':
      return readJsonLines(text, source)
    case 'xml':
      refuseOtherEncoding(text, encoding, source)
      return readXmlItems(text, read.items, source)
  }
}

const UTF_8_NAMES = ['utf-8', 'utf8', 'us-ascii']
const WINDOWS_1252_NAMES = [WINDOWS_1252, 'cp1252', 'iso-8859-1', 'us-ascii']

/** XML says by itself what it is encoded in. */
const refuseOtherEncoding = (text: string, encoding: Encoding, source: Source): void => {
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]?.toLowerCase()
  const names = encoding === WINDOWS_1252 ? WINDOWS_1252_NAMES : UTF_8_NAMES
  if (declared !== undefined && !names.includes(declared))
    throw unreadable(source, `it says that it is in ${declared}, the template says ${encoding}`)
}
