import { decodeWindows1252 } from './windows-1252.ts'

/**
 * The parameters of a query string. Whether Rakuten reads percent-encoded text as UTF-8 or as ISO-8859-1 is not known,
 * and clients of both kinds exist (2.5): what is valid UTF-8 is read as such. Of a name given twice the first counts.
 */
export const readQuery = (query: string): ReadonlyMap<string, string> => {
  const params = new Map<string, string>()
  for (const pair of query.split('&')) {
    const [name = '', value = ''] = splitAtEquals(pair).map(decode)
    if (name !== '' && !params.has(name)) params.set(name, value)
  }
  return params
}

const splitAtEquals = (pair: string): string[] => {
  const at = pair.indexOf('=')
  return at === -1 ? [pair] : [pair.slice(0, at), pair.slice(at + 1)]
}

const decode = (encoded: string): string => {
  const binary = encoded
    .replaceAll('+', ' ')
    .replace(/%[0-9a-f]{2}/gi, (hex) => String.fromCharCode(Number.parseInt(hex.slice(1), 16)))
  const bytes = Buffer.from(binary, 'latin1')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeWindows1252(bytes)
  }
}
