import { SaxesParser } from 'saxes'
import { decodeWindows1252 } from './windows-1252.ts'

export interface ReadElement {
  readonly name: string
  readonly children: ReadElement[]
  text: string
}

/** The declaration must come first and name one of two encodings; UTF-8 must not carry a byte order mark (2.5, 12.1). */
const DECLARATION = /^<\?xml version=(['"])1\.0\1 encoding=(['"])(ISO-8859-1|UTF-8)\2\s*\?>/i

/** The document that was uploaded, or `null` when Rakuten could not load it. */
export const readXml = (bytes: Buffer): ReadElement | null => {
  const encoding = DECLARATION.exec(bytes.subarray(0, 200).toString('latin1'))?.[3]?.toUpperCase()
  if (encoding === undefined) return null
  try {
    return parse(
      encoding === 'UTF-8' ? new TextDecoder('utf-8', { fatal: true }).decode(bytes) : decodeWindows1252(bytes),
    )
  } catch {
    // Neither the decoder nor the parser says more than that the file is broken, and Rakuten says no more either.
    return null
  }
}

const parse = (document: string): ReadElement | null => {
  const root: ReadElement = { name: '', children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  const append = (value: string): void => {
    const current = open.at(-1)
    if (current) current.text += value
  }
  parser.on('error', (problem) => {
    throw problem
  })
  parser.on('doctype', () => {
    throw new Error('A document type is not taken')
  })
  parser.on('opentag', ({ name }) => {
    const element: ReadElement = { name, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', append)
  parser.on('cdata', append)
  parser.on('closetag', () => void open.pop())
  parser.write(document).close()
  return root.children[0] ?? null
}

export const childrenNamed = (element: ReadElement, name: string): ReadElement[] =>
  element.children.filter((child) => child.name === name)

export const childNamed = (element: ReadElement, name: string): ReadElement | null =>
  childrenNamed(element, name)[0] ?? null

/** The trimmed text of a child; '' when there is none. */
export const textOf = (element: ReadElement, name: string): string => childNamed(element, name)?.text.trim() ?? ''
