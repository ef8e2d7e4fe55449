import { Fault } from '../../domain/fault.ts'
import { WINDOWS_1252 } from './facts.ts'
import type { Encoding } from './formats.ts'
import { type Source, unreadable } from './item.ts'

/** Never writes a question mark for a letter: a `Fault` refused when the encoding has no place for one. */
export const encodeText = (text: string, encoding: Encoding, side: string): Uint8Array => {
  if (encoding !== WINDOWS_1252) return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\uFEFF${text}` : text)
  return Uint8Array.from(text.normalize('NFC'), (character) => {
    const byte = CHARACTERS.indexOf(character)
    if (byte !== -1) return byte
    const code = character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    throw new Fault(
      'refused',
      `The order holds a character (U+${code}) that windows-1252 does not have: use UTF-8, or the filter ascii, in the template.`,
      { side },
    )
  })
}

/** Decodes strictly; a `Fault` unreadable names what is wrong. */
export const decodeText = (bytes: Uint8Array, encoding: Encoding, source: Source): string => {
  try {
    // Takes away a byte order mark, which UTF-8 may have and windows-1252 has not.
    return new TextDecoder(encoding === WINDOWS_1252 ? encoding : 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw unreadable(source, `row ${rowOfWrongByte(bytes)} is not in UTF-8 (the template can say windows-1252)`)
  }
}

const CHARACTERS = new TextDecoder(WINDOWS_1252).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
const LINE_FEED = 10

/** The first row that is wrong by itself: no byte of UTF-8's longer characters is a line feed. */
const rowOfWrongByte = (bytes: Uint8Array): number => {
  let row = 1
  for (let from = 0; from < bytes.length; row += 1) {
    const feed = bytes.indexOf(LINE_FEED, from)
    const to = feed === -1 ? bytes.length : feed + 1
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(from, to))
    } catch {
      break
    }
    from = to
  }
  return row
}
