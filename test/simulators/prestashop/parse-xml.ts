import { SaxesParser } from 'saxes'

export interface XmlNode {
  readonly name: string
  text: string
  readonly children: XmlNode[]
}

/** A document as `SimpleXMLElement` reads it; null for one that is broken. */
export const parseXml = (text: string): XmlNode | null => {
  const root: XmlNode = { name: '', text: '', children: [] }
  const open: XmlNode[] = [root]
  const parser = new SaxesParser({ position: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    const node: XmlNode = { name, text: '', children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  const add = (piece: string): void => {
    const node = open.at(-1)
    if (node !== undefined) node.text += piece
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => void open.pop())
  try {
    parser.write(text).close()
  } catch {
    return null
  }
  return root.children[0] ?? null
}

export const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((one) => one.name === name)
