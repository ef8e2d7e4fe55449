import type { FaultRule } from '../faults.ts'
import type { AnswerStyle } from './xml-writer.ts'

const BIG = 51 * 1024 * 1024

const DOCTYPE = (root: string): string =>
  `<!DOCTYPE ${root} [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>`

/** How the document is written under a fault: the encoding it is really in. */
export const spoiledStyle = (style: AnswerStyle, { kind }: FaultRule): AnswerStyle => {
  if (kind === 'double-encoded') return { ...style, encoding: 'UTF-8' }
  return kind === 'wrong-encoding' ? { ...style, encoding: 'ISO-8859-1' } : style
}

/** What the faults that touch the answer make of its bytes. */
export const spoil = (body: Buffer, fault: FaultRule): Buffer => {
  switch (fault.kind) {
    case 'truncated':
      return body.subarray(0, Math.floor(body.length * 0.6))
    case 'control-characters':
      return inside(body, (text) => text.replace(/<(\w+)>(?=[^<\s])/g, '<$1>\u0008\u001f'))
    case 'doctype':
      return inside(body, (text) =>
        text
          .replace(/<(\w+)/, (open, root: string) => `${DOCTYPE(root)}\n${open}`)
          .replace(/<lastversion>|<message>/, '$&&c;'),
      )
    case 'oversized':
      return inside(body, (text) =>
        text.replace(/<\/\w+>\s*$/, (end) => padding(fault.bytes ?? BIG, body.length) + end),
      )
    case 'wrong-encoding':
      return inside(body, (text) => text.replace('encoding="ISO-8859-1"', 'encoding="UTF-8"'))
    case 'double-encoded':
      return inside(body, (text) => text.replace('encoding="UTF-8"', 'encoding="ISO-8859-1"'))
    default:
      return body
  }
}

/** Byte for byte: latin1 gives every byte a character and takes it back unchanged. */
const inside = (body: Buffer, change: (text: string) => string): Buffer =>
  Buffer.from(change(body.toString('latin1')), 'latin1')

const padding = (wanted: number, have: number): string => ' '.repeat(Math.max(0, wanted - have))
