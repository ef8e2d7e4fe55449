import { SaxesParser } from 'saxes'

/** What came is not the XML it should be; the message says what it is instead. */
export class BadXml extends Error {
  override readonly name = 'BadXml'
}

const NONE: XmlElement[] = []
/** Blanks that are more than one space. Looking for them first is faster than replacing none. */
const RUNS = /[^\S ]| {2}/

/** An element without its namespace; text is kept as it came. */
export class XmlElement {
  readonly name: string
  /** By name, namespace prefix included. */
  readonly attributes: Readonly<Record<string, string>>
  #children = NONE
  /** The text directly inside, as it came. */
  content = ''

  constructor(name: string, attributes: Readonly<Record<string, string>> = {}) {
    this.name = name
    this.attributes = attributes
  }

  append(child: XmlElement): void {
    // Most elements are leaves: a list of its own for each would cost as much as the parsing.
    if (this.#children === NONE) this.#children = [child]
    else this.#children.push(child)
  }

  get children(): readonly XmlElement[] {
    return this.#children
  }

  /** Every child of that name: none, one or many are all a list. */
  all(name: string): readonly XmlElement[] {
    return this.#children.filter((child) => child.name === name)
  }

  /** An element further down, `file/status`. */
  at(path: string): XmlElement | undefined {
    const slash = path.indexOf('/')
    const name = slash === -1 ? path : path.slice(0, slash)
    const child = this.#children.find((candidate) => candidate.name === name)
    return slash === -1 ? child : child?.at(path.slice(slash + 1))
  }

  /** Its own text, trimmed, inner blanks collapsed. */
  get value(): string {
    const text = this.content.trim()
    return RUNS.test(text) ? text.replace(/\s+/g, ' ') : text
  }

  /** The value of an element further down; empty when it is empty or not there, which mean the same (rakuten-france.md section 4). */
  text(path: string): string {
    return this.at(path)?.value ?? ''
  }
}

interface Records {
  /** Where they are below the root, whatever the root is called: `response/sales/sale`. */
  readonly path: string
  /** Called with each as soon as it is complete, and with its own text; it is not kept in the tree. */
  readonly on: (record: XmlElement, raw: string) => void
}

const MAX_DEPTH = 100

/**
 * Reads a whole document strictly and returns its root. Document types are refused, and with them every entity but the five that XML
 * itself has. Throws `BadXml`; `records.on` may have been called by then, and what it saw must be thrown away too.
 */
export const readXml = (text: string, records?: Records): XmlElement => {
  const wanted = records?.path.split('/').reverse() ?? []
  const document = new XmlElement('')
  const open: XmlElement[] = [document]
  const starts: number[] = []
  let current = document

  const isRecord = (): boolean =>
    wanted.length > 0 &&
    open.length === wanted.length + 2 &&
    wanted.every((name, above) => open[open.length - 1 - above]?.name === name)

  const parser = new SaxesParser({ position: false, xmlns: false })
  parser.on('error', (error) => {
    throw new BadXml(error.message)
  })
  parser.on('doctype', () => {
    throw new BadXml('a document type is not accepted')
  })
  parser.on('opentag', ({ name, attributes }) => {
    const colon = name.indexOf(':')
    current = new XmlElement(colon === -1 ? name : name.slice(colon + 1), attributes)
    if (open.push(current) > MAX_DEPTH) throw new BadXml('nested too deeply')
    // Attribute values cannot hold the character, so the last one is this tag's own.
    if (isRecord()) starts.push(text.lastIndexOf('<', parser.position - 1))
  })
  parser.on('text', (piece) => {
    current.content += piece
  })
  parser.on('cdata', (piece) => {
    current.content += piece
  })
  parser.on('closetag', () => {
    const done = current
    const complete = isRecord()
    open.pop()
    current = open[open.length - 1] ?? document
    if (complete) records?.on(done, text.slice(starts.pop(), parser.position))
    else current.append(done)
  })

  parser.write(text).close()
  const [root] = document.children
  if (root === undefined) throw new BadXml('no element')
  return root
}
