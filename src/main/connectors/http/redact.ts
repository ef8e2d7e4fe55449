export type Redact = (text: string) => string

const HIDDEN = '••••'

/**
 * Takes secrets out of a text: as they are, in every percent, XML and JSON spelling (UTF-8 or windows-1252, even mixed), and inside
 * base64, where `Basic` puts them behind a user name.
 */
export const createRedactor = (secrets: readonly string[]): Redact => {
  const spelled = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [anySpelling(secret), ...inBase64(secret)])
  if (spelled.length === 0) return (text) => text
  const pattern = new RegExp(spelled.join('|'), 'g')
  return (text) => text.replace(pattern, HIDDEN)
}

/** How many characters a secret of this length can take in its longest spelling: an excerpt cut closer could show a part of one. */
export const longestSpelling = (secrets: readonly string[]): number =>
  24 * Math.max(0, ...secrets.map(({ length }) => length))

const anySpelling = (secret: string): string =>
  Array.from(secret, (character) => `(?:${spellings(character).join('|')})`).join('')

const spellings = (character: string): readonly string[] => {
  const utf8 = Buffer.from(character)
  const latin = windows1252Byte(character)
  const code = character.codePointAt(0) ?? 0
  const units = Array.from({ length: character.length }, (_, at) => character.charCodeAt(at))
  return [
    ...[utf8, ...(latin === null ? [] : [Buffer.from([latin])])].map(percent),
    `&#0*${code};`,
    `&#[xX]0*${anyCase(code.toString(16))};`,
    units.map((unit) => `\\\\u${anyCase(unit.toString(16).padStart(4, '0'))}`).join(''),
    ...(NAMED[character] ?? []),
    literal(character),
    // As it looks when its bytes are read in the wrong encoding.
    ...(code < 0x80 ? [] : [literal(windows1252.decode(utf8)), literal(utf8.toString('latin1')), '\uFFFD']),
  ]
}

/** `%C3%A9`, in either case, percent signs encoded again or not. */
const percent = (bytes: Buffer): string =>
  Array.from(bytes, (byte) => `%(?:25)*${anyCase(byte.toString(16).padStart(2, '0'))}`).join('')

const anyCase = (hex: string): string => hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)

const NAMED: Readonly<Record<string, readonly string[]>> = {
  ' ': ['\\+'],
  '&': ['&amp;'],
  '<': ['&lt;'],
  '>': ['&gt;'],
  '"': ['&quot;', '\\\\"'],
  "'": ['&apos;'],
  '\\': ['\\\\\\\\'],
  '/': ['\\\\/'],
}

/**
 * A text inside a longer one that was base64-encoded looks one of three ways, depending on how many bytes stand before it; the
 * characters at its edges, which it shares with its neighbours, are left out. Shorter leavings would match innocent text.
 */
const inBase64 = (secret: string): readonly string[] =>
  [Buffer.from(secret), Buffer.from(secret, 'latin1')]
    .flatMap((bytes) => [0, 1, 2].map((before) => sharedCore(bytes, before)))
    .filter((core) => core.length >= 6)
    .map((core) => core.replace(/[+/]/g, (sign) => (sign === '+' ? '[-+]' : '[_/]')))

const sharedCore = (bytes: Buffer, before: number): string => {
  const whole = Buffer.concat([Buffer.alloc(before), bytes])
  const first = [0, 2, 3][before] ?? 0
  return whole.toString('base64').slice(first, Math.floor((whole.length * 8) / 6))
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

const windows1252 = new TextDecoder('windows-1252')
const WINDOWS_1252 = windows1252.decode(Uint8Array.from({ length: 256 }, (_, byte) => byte))
const windows1252Byte = (character: string): number | null => {
  const byte = WINDOWS_1252.indexOf(character)
  return byte === -1 ? null : byte
}
