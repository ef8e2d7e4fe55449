import { describe, expect, it } from 'vitest'
import { fields } from '../../../../src/main/connectors/rakuten-france/fields.ts'

describe('the form', () => {
  it('refuses an e-mail address for a login, and says what is wanted', () => {
    expect(fields.login.refuse('me@shop.example')).toBe(
      'Rakuten wants the account name from your user banner, not the e-mail you sign in with.',
    )
  })

  it.each(['', ' ', ' maboutique', 'maboutique\n'])('refuses “%s” for a login and for a token', (value) => {
    expect(fields.login.refuse(value)).toEqual(expect.any(String))
    expect(fields.token.refuse(value)).toEqual(expect.any(String))
  })

  it('takes account names and tokens as they are', () => {
    expect([fields.login.refuse('ma boutique é'), fields.token.refuse('a+b/c=@')]).toEqual([null, null])
  })

  it('takes an address only where a token may be sent', () => {
    expect([fields.baseUrl.refuse(''), fields.baseUrl.refuse('http://127.0.0.1:1')]).toEqual([null, null])
    expect(fields.baseUrl.refuse('http://ws.fr.shopping.rakuten.com')).toEqual(expect.any(String))
  })

  it('takes a whole number of calls or none', () => {
    expect(['', '1', '600'].map(fields.callsPerHour.refuse)).toEqual([null, null, null])
    for (const value of ['0', '-1', '1.5', 'many'])
      expect(fields.callsPerHour.refuse(value)).toEqual(expect.any(String))
  })
})
