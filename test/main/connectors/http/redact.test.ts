import { describe, expect, it } from 'vitest'
import { createRedactor } from '../../../../src/main/connectors/http/redact.ts'

const token = 'Tök/n+ "42" &é~'
const redact = createRedactor([token])
const latin1Percent = Array.from(Buffer.from(token, 'latin1'), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(
  '',
)

describe('createRedactor', () => {
  it.each([
    ['as it is', token],
    ['percent-encoded', encodeURIComponent(token)],
    ['percent-encoded in lower case', encodeURIComponent(token).replace(/%../g, (code) => code.toLowerCase())],
    ['as a form encodes it', new URLSearchParams([['', token]]).toString().slice(1)],
    ['in a query string', new URL(`http://x/?pwd=${token.replace('&', '%26').replace('+', '%2B')}`).search],
    ['percent-encoded as ISO-8859-1', latin1Percent],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(token))],
    ['in JSON', JSON.stringify({ token })],
    [
      'in JSON made of ASCII',
      JSON.stringify(token).replace(/[ö\u00e9]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
    ],
    ['in XML', token.replace('&', '&amp;').replaceAll('"', '&quot;')],
    ['in XML as numbers', Array.from(token, (sign) => `&#${sign.codePointAt(0)};`).join('')],
    ['as UTF-8 read as windows-1252', new TextDecoder('windows-1252').decode(Buffer.from(token))],
    ['as ISO-8859-1 read as UTF-8', Buffer.from(token, 'latin1').toString('utf8')],
  ])('takes a secret out %s', (_, text) => {
    const shown = redact(`before ${text} after`)

    expect(shown).toContain('••••')
    expect(shown).toMatch(/^before .* after$/)
    expect(shown).not.toMatch(/42|T(ö|%|\\|&|\uFFFD)/)
  })

  it.each(['', 'u', 'us', 'user', 'a robust user'])('takes a secret out of base64 behind "%s:"', (user) => {
    for (const encoding of ['base64', 'base64url'] as const) {
      const header = Buffer.from(`${user}:${token}`).toString(encoding)

      const shown = redact(header)

      const left = shown.split('••••').map((piece) => Buffer.from(piece, encoding).toString('latin1'))
      expect(left).toHaveLength(2)
      expect(left.join('')).not.toMatch(/[Tkn]|42|~/)
    }
  })

  it('leaves text without secrets as it is, and takes out every secret of several', () => {
    const several = createRedactor(['one', '', 'two.'])

    expect(several('three')).toBe('three')
    expect(several('one, two. and twox')).toBe('••••, •••• and twox')
    expect(createRedactor([''])('anything')).toBe('anything')
  })
})
