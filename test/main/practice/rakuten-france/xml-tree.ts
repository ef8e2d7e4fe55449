import { SaxesParser } from 'saxes'

/** A document as nested lines, `name [attributes] text`, blanks around texts left out; CDATA is told from plain text. */
export const xmlTree = (document: string): string[] => {
  const lines: string[] = []
  const open: { line: string; text: string; cdata: boolean }[] = []
  const parser = new SaxesParser()
  const flush = (): void => {
    const current = open.at(-1)
    if (!current || current.line === '') return
    lines.push(current.line)
    current.line = ''
  }
  parser.on('error', (problem) => {
    throw problem
  })
  parser.on('opentag', ({ name, attributes }) => {
    flush()
    const shown = Object.entries(attributes).map(([key, value]) => ` ${key}=${value}`)
    open.push({ line: `${'  '.repeat(open.length)}${name}${shown.join('')}`, text: '', cdata: false })
  })
  const append = (cdata: boolean) => (value: string) => {
    const current = open.at(-1)
    if (!current) return
    current.text += value
    current.cdata ||= cdata
  }
  parser.on('text', append(false))
  parser.on('cdata', append(true))
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed && closed.line !== '') {
      lines.push(`${closed.line}: ${closed.cdata ? `CDATA(${closed.text})` : closed.text.trim()}`)
    }
  })
  parser.write(document).close()
  return lines
}
