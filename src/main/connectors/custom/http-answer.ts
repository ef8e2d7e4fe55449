import { isPage } from '../http/page-fault.ts'
import type { HttpAnswer } from '../sockets/ports.ts'
import { decodeText } from './encode-text.ts'
import type { Encoding, Read } from './formats.ts'
import { type Item, type Source, unreadable } from './item.ts'
import { readItems } from './read-items.ts'
import { readJsonItems } from './read-json.ts'
import { readXmlItems } from './read-xml-items.ts'

/** The items of an answer, in the encoding it says it has. */
export const itemsOf = (
  answer: HttpAnswer,
  read: Read,
  source: Source,
  columns: readonly string[] = [],
): readonly Item[] => {
  if (isPage(answer) && read.format !== 'xml') throw unreadable(source, 'a web page came instead of data')
  return readItems(answer.bytes, read, { ...source, encoding: encodingOf(answer), columns })
}

/** A value beside the items of a document, such as where it goes on; null where there is none. */
export const besideItems = (answer: HttpAnswer, read: Read, path: string, source: Source): string | null => {
  const text = decodeText(answer.bytes, encodingOf(answer), source)
  const texts =
    read.format === 'xml'
      ? readXmlItems(text, path, source).flatMap((item) => item.texts('.'))
      : readJsonItems(text, '$', source).flatMap((item) => item.texts(path))
  return texts.find((one) => one.trim() !== '')?.trim() ?? null
}

const encodingOf = ({ headers }: HttpAnswer): Encoding =>
  /charset\s*=\s*"?(windows-1252|cp1252|iso-8859-1|iso-8859-15|latin1)\b/i.test(headers.get('content-type') ?? '')
    ? 'windows-1252'
    : 'utf-8'
