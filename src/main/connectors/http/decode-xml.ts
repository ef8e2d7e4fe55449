/** The bytes are not in the encoding they claim, or in one we do not take. */
export class WrongEncoding extends Error {
  override readonly name = 'WrongEncoding'
}

/**
 * The text of an XML document, characters that XML 1.0 forbids left out. Bytes that form UTF-8 are UTF-8, whatever the declaration says;
 * a declared ISO-8859-1, or none, is windows-1252 otherwise (rakuten-france.md section 2.5).
 */
export const decodeXml = (bytes: Uint8Array): string => {
  const declared = declaredEncoding(bytes)
  if (declared !== null && !UTF_8.has(declared) && !WINDOWS_1252.has(declared)) {
    throw new WrongEncoding(`declared ${declared}`)
  }
  return (utf8(bytes) ?? windows1252(bytes, declared)).replace(FORBIDDEN, '')
}

const UTF_8 = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii'])
const WINDOWS_1252 = new Set(['iso-8859-1', 'iso8859-1', 'latin1', 'windows-1252', 'cp1252', 'iso-8859-15'])

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to be dropped
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const declaredEncoding = (bytes: Uint8Array): string | null => {
  const [first, second] = bytes
  if (first === 0 || second === 0 || first === 0xfe || first === 0xff) throw new WrongEncoding('UTF-16')
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return /^(?:\xEF\xBB\xBF)?\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(start)?.[1]?.toLowerCase() ?? null
}

const utf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const windows1252 = (bytes: Uint8Array, declared: string | null): string => {
  const isBom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  if (isBom || (declared !== null && UTF_8.has(declared))) throw new WrongEncoding('bytes that are not UTF-8')
  // A sixth of the time TextDecoder takes: only what the two encodings disagree about is looked at again.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009F]/g, (character) => UPPER.charAt(character.charCodeAt(0) - 0x80))
}

const UPPER = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, at) => 0x80 + at))
