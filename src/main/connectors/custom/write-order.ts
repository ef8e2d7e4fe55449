import type { Canonical } from './canonical.ts'
import { WINDOWS_1252 } from './facts.ts'
import type { Filling } from './fill.ts'
import type { Encoding, Written } from './formats.ts'
import { writeCsv } from './write-csv.ts'
import { writeJson } from './write-json.ts'
import { writeXml } from './write-xml.ts'

/** A file or the body of a request, as text that `encodeText` makes bytes of. Throws `DoesNotFit`. */
export const writeOrder = (
  written: Written,
  canonical: Canonical,
  filling: Omit<Filling, 'values'>,
  encoding: Encoding = 'utf-8',
): string => {
  switch (written.format) {
    case 'csv':
      return writeCsv(written, canonical, filling)
    case 'json':
      return writeJson(written.body, canonical, filling)
    case 'xml':
      return writeXml(written.body, canonical, filling, encoding === WINDOWS_1252 ? WINDOWS_1252 : 'UTF-8')
  }
}
