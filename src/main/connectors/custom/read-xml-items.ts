import { BadXml, readXml, XmlElement } from '../http/read-xml.ts'
import { type Item, type Source, unreadable } from './item.ts'

/** The elements at a path that begins with the root: an empty list when the one that would hold them is there, a fault when it is not. */
export const readXmlItems = (text: string, path: string, source: Source): readonly Item[] => {
  const root = parsed(text, source)
  const document = new XmlElement('')
  document.append(root)
  const above = path.split('/').slice(0, -1).join('/')
  if (above !== '' && elementsAt(document, above).length === 0) throw unreadable(source, `there is nothing at ${above}`)
  const found = elementsAt(document, path)
  if (above === '' && found.length === 0) throw unreadable(source, `its root is not “${path}”`)
  return found.map((element, at) => toItem(element, `${path}[${at + 1}]`))
}

const toItem = (element: XmlElement, place: string): Item => ({
  place,
  texts: (path) => {
    const [, above = '', attribute] = /^(.*?)\/?(?:@(.+))?$/.exec(path) ?? []
    const elements = above === '' || above === '.' ? [element] : elementsAt(element, above)
    if (attribute === undefined) return elements.map(({ content }) => content)
    return elements.flatMap(({ attributes }) => attributes[attribute] ?? [])
  },
  inside: (path) => elementsAt(element, path).map((one, at) => toItem(one, `${place}/${path}[${at + 1}]`)),
  raw: rawOf(element),
})

const elementsAt = (element: XmlElement, path: string): readonly XmlElement[] =>
  path.split('/').reduce<readonly XmlElement[]>((found, name) => found.flatMap((one) => one.all(name)), [element])

const rawOf = (element: XmlElement): string =>
  element.children.length === 0 ? `${element.name}: ${element.content.trim()}` : element.children.map(rawOf).join(' | ')

const parsed = (text: string, source: Source): XmlElement => {
  try {
    return readXml(text)
  } catch (error) {
    // The parser's own message may quote the text, and with it a buyer.
    if (error instanceof BadXml) throw unreadable(source, 'it is not XML that Navette may read')
    throw error
  }
}
