import { describe, expect, it } from 'vitest'
import { decodeXml, WrongEncoding } from '../../../../src/main/connectors/http/decode-xml.ts'

const declared = (encoding: string, body: string) => `<?xml version="1.0" encoding="${encoding}"?><a>${body}</a>`
const latin1 = (text: string) => Buffer.from(text, 'latin1')

describe('decodeXml', () => {
  it('reads a declared ISO-8859-1 as windows-1252, the typographic signs included', () => {
    const bytes = latin1(declared('ISO-8859-1', 'n\x92a pas \xE9t\xE9 charg\xE9, 5 \x80'))

    expect(decodeXml(bytes)).toBe(declared('ISO-8859-1', 'n’a pas été chargé, 5 €'))
  })

  it('reads UTF-8, declared or not, with a byte order mark or without', () => {
    const text = declared('UTF-8', 'Łódź 🏺')

    expect(decodeXml(Buffer.from(text))).toBe(text)
    expect(decodeXml(Buffer.from(`\uFEFF${text}`))).toBe(text)
    expect(decodeXml(Buffer.from('<a>é</a>'))).toBe('<a>é</a>')
  })

  it('reads bytes without a declaration as windows-1252 when they are not UTF-8', () => {
    expect(decodeXml(latin1('<a>Cr\xE9ation</a>'))).toBe('<a>Création</a>')
  })

  it('reads UTF-8 for what it is when the declaration says ISO-8859-1', () => {
    expect(decodeXml(Buffer.from(declared('ISO-8859-1', 'Démonet')))).toContain('Démonet')
  })

  it('drops the characters XML forbids and keeps tabs and line ends', () => {
    expect(decodeXml(Buffer.from('<a>\b\u0000x\u001F\t\r\n\uFFFFy</a>', 'utf8'))).toBe('<a>x\t\r\ny</a>')
  })

  it.each([
    ['bytes that are not the UTF-8 they claim', latin1(declared('UTF-8', '\xE9t\xE9'))],
    ['a UTF-8 mark before bytes that are not', Buffer.concat([Buffer.from('\uFEFF<a>'), latin1('\xE9</a>')])],
    ['UTF-16 with a mark', Buffer.from('\uFEFF<a/>', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('<a/>', 'utf16le')],
    ['an encoding nobody agreed on', latin1(declared('KOI8-R', 'x'))],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodeXml(bytes)).toThrow(WrongEncoding)
  })
})
