import { encodeWindows1252, fitsWindows1252 } from './windows-1252.ts'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly content: string | readonly XmlElement[]
  readonly cdata: boolean
}

/** The ways in which Rakuten's answers were seen to differ (2.5, section 4). */
export interface AnswerStyle {
  /** With an XML declaration; several samples have none. */
  readonly declaration: boolean
  /** With a namespace and a schema location at the root. */
  readonly namespaces: boolean
  /** Texts in CDATA surrounded by line breaks and blanks. */
  readonly paddedCdata: boolean
  readonly encoding: 'ISO-8859-1' | 'UTF-8'
}

export const USUAL_STYLE: AnswerStyle = {
  declaration: true,
  namespaces: true,
  paddedCdata: false,
  encoding: 'ISO-8859-1',
}

/** An element with children; `null` stands for a child that is absent. */
export const node = (name: string, ...children: readonly (XmlElement | null)[]): XmlElement => ({
  name,
  attributes: {},
  content: children.filter((child) => child !== null),
  cdata: false,
})

export const text = (name: string, value: string | number): XmlElement => ({
  name,
  attributes: {},
  content: String(value),
  cdata: false,
})

export const cdata = (name: string, value: string): XmlElement => ({
  name,
  attributes: {},
  content: value,
  cdata: true,
})

export const withAttributes = (element: XmlElement, attributes: Readonly<Record<string, string>>): XmlElement => ({
  ...element,
  attributes,
})

/** The bytes of a document. */
export const writeXml = (root: XmlElement, style: AnswerStyle): Buffer => {
  const declaration = style.declaration ? `<?xml version="1.0" encoding="${style.encoding}"?>\n` : ''
  const document = `${declaration}${elementText(root, style, '')}\n`
  return style.encoding === 'UTF-8' ? Buffer.from(document) : encodeWindows1252(document)
}

const elementText = ({ name, attributes, content, cdata }: XmlElement, style: AnswerStyle, indent: string): string => {
  const open = style.namespaces ? name + attributesText(attributes) : name
  if (typeof content === 'string') return `${indent}<${open}>${textContent(content, cdata, style)}</${name}>`
  if (content.length === 0) return `${indent}<${open}></${name}>`
  const children = content.map((child) => elementText(child, style, `${indent}  `)).join('\n')
  return `${indent}<${open}>\n${children}\n${indent}</${name}>`
}

const attributesText = (attributes: Readonly<Record<string, string>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeText(value)}"`)
    .join('')

const textContent = (value: string, cdata: boolean, style: AnswerStyle): string => {
  const carried = style.encoding === 'UTF-8' || fitsWindows1252(value)
  // A character reference means nothing inside CDATA, so a text that the encoding cannot carry is escaped instead.
  if (!cdata || !carried || value.includes(']]>')) return carried ? escapeText(value) : referencesFor(escapeText(value))
  return style.paddedCdata ? `<![CDATA[\n    ${value}   \n  ]]>` : `<![CDATA[${value}]]>`
}

const escapeText = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const referencesFor = (value: string): string =>
  Array.from(value, (character) => (fitsWindows1252(character) ? character : `&#${character.codePointAt(0)};`)).join('')
