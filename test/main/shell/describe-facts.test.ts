import { describe, expect, it } from 'vitest'
import { describeEntry } from '../../../src/main/shell/describe-facts.ts'

const KEY = 'b1946ac92492d2347c6235b4d2611184b1946ac92492d2347c6235b4d2611184'

describe('an entry of the log', () => {
  it('is the sentence, then the facts by name', () => {
    expect(describeEntry('the window crashed', { reason: 'oom', times: 2 })).toBe(
      'the window crashed reason=oom times=2',
    )
  })

  it('tells an error with its stack and its causes, and nothing else that hangs on it', () => {
    const cause = Object.assign(new Error('read ECONNRESET'), { body: 'Camille Martin' })
    const error = Object.assign(new Error('Rakuten does not answer', { cause }), {
      request: { buyer: 'Camille Martin' },
    })

    const entry = describeEntry('sync failed', { error })

    expect(entry).toContain('Error: Rakuten does not answer')
    expect(entry).toContain('describe-facts.test.ts')
    expect(entry).toContain('caused by Error: read ECONNRESET')
    expect(entry).not.toContain('Camille')
  })

  it('ends with an error that causes itself', () => {
    const error = new Error('round and round')
    error.cause = error

    expect(describeEntry('sync failed', { error }).match(/round and round/g)?.length).toBeLessThan(20)
  })

  it.each([
    ['the token of an address', 'GET https://ws.example/sales?login=shop&token=s3cr3t&version=2'],
    ['a header', 'Authorization: Bearer s3cr3t'],
    ['a field of JSON', '{"consumerSecret":"s3cr3t","page":1}'],
    ['a password in an address', 'https://shop:s3cr3t@localhost/api'],
    ['a setting', "accessToken = 's3cr3t'"],
  ])('hides %s', (_, text) => {
    const entry = describeEntry(text, { error: new Error(text) })

    expect(entry).not.toContain('s3cr3t')
    expect(entry).toContain('••••')
  })

  it('hides database keys and e-mail addresses', () => {
    const entry = describeEntry(`key ${KEY} of camille.martin@example.fr`)

    expect(entry).toBe('key •••• of ••••')
  })
})
