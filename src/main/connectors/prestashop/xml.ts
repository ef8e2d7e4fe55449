/** What is written into an element: text, numbers, elements, or one element several times. */
export type XmlValue = string | number | XmlFields | readonly XmlFields[]
export interface XmlFields {
  readonly [name: string]: XmlValue
}

/** A document as the webservice wants it: every value in CDATA, no line break inside an element (prestashop.md 1.6). */
export const writeXml = (element: string, fields: XmlFields): string =>
  `<?xml version="1.0" encoding="UTF-8"?><prestashop xmlns:xlink="http://www.w3.org/1999/xlink">${write(element, fields)}</prestashop>`

const write = (name: string, value: XmlValue): string => {
  if (isList(value)) return value.map((one) => write(name, one)).join('')
  return `<${name}>${typeof value === 'object' ? writeAll(value) : cdata(String(value))}</${name}>`
}

const writeAll = (fields: XmlFields): string =>
  Object.entries(fields)
    .map(([name, value]) => write(name, value))
    .join('')

/** `Array.isArray` does not know read-only lists. */
const isList = (value: XmlValue): value is readonly XmlFields[] => Array.isArray(value)

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no spelling at all for these, and line breaks are not wanted
const FORBIDDEN = /[\u0000-\u001F\u007F\uFFFE\uFFFF]+/g

const cdata = (text: string): string =>
  text === '' ? '' : `<![CDATA[${text.toWellFormed().replace(FORBIDDEN, ' ').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
