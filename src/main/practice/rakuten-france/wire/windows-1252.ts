/** The characters of bytes 0x80 to 0x9F, which ISO-8859-1 leaves to controls; '' where windows-1252 has none. */
const HIGH = [
  ...['€', '', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '', 'Ž', ''],
  ...['', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '', 'ž', 'Ÿ'],
]
const byteOf = new Map(HIGH.map((character, index) => [character, 0x80 + index] as const).filter(([c]) => c !== ''))

const codeIn1252 = (character: string): number | null => {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code
  return byteOf.get(character) ?? null
}

export const fitsWindows1252 = (text: string): boolean => [...text].every((character) => codeIn1252(character) !== null)

/**
 * The bytes that Rakuten sends as ISO-8859-1: windows-1252 in truth, since its texts hold typographic apostrophes (2.5).
 * What does not fit becomes a question mark.
 */
export const encodeWindows1252 = (text: string): Buffer =>
  Buffer.from(Array.from(text, (character) => codeIn1252(character) ?? 0x3f))

/** Node's own decoder turns 0x80 to 0x9F into controls in some versions. */
export const decodeWindows1252 = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (control) => HIGH[control.charCodeAt(0) - 0x80] || control)
