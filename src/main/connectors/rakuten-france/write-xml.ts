// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no spelling at all for these
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign)

/** An element that holds text only. */
export const xmlText = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`

/** A file to upload: UTF-8, and no byte order mark (2.5). */
export const xmlItems = (items: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<items>\n${items.join('\n')}\n</items>\n`
