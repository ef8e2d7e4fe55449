import { FREE_TEXT_ENCODING } from './facts.ts'
import { encodeWindows1252 } from './windows-1252.ts'

/** Buyers read these: they are encoded the way free text is (2.5). */
const FREE_TEXTS: readonly string[] = ['content', 'comment']

export const toQuery = (parameters: Readonly<Record<string, string>>): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name}=${FREE_TEXTS.includes(name) ? encodeFreeText(value) : encodeURIComponent(value)}`)
    .join('&')

const encodeFreeText = (text: string): string =>
  FREE_TEXT_ENCODING === 'utf-8' ? encodeURIComponent(text) : percentEncode(encodeWindows1252(text))

const percentEncode = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte)
    return /[\w.~-]/.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }).join('')
