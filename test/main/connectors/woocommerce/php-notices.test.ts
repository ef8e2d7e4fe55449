import { describe, expect, it } from 'vitest'
import { withoutNotices } from '../../../../src/main/connectors/woocommerce/php-notices.ts'

const cleaned = async (body: string): Promise<string> => {
  const send = async () => ({ status: 200, headers: new Headers(), bytes: new TextEncoder().encode(body) })
  const request = { method: 'GET', url: new URL('https://shop.example'), name: 'GET', safe: true } as const
  return new TextDecoder().decode((await withoutNotices({ send }).send(request)).bytes)
}

describe('what PHP prints before an answer', () => {
  it.each([
    '<br />\n<b>Warning</b>:  Undefined array key "a[0]" in <b>/x.php</b> on line <b>3</b><br />\n',
    'PHP Notice: Trying to access array offset {0} in /x.php on line 3\n',
    '\n<br />\n<b>Deprecated</b>: one\n<br />\n<b>Deprecated</b>: another <br />',
  ])('is taken away: %j', async (notice) => {
    expect(await cleaned(`${notice}{"id":[1,{"a":2}]}`)).toBe('{"id":[1,{"a":2}]}')
  })

  it.each([
    '{"message":"Warning: {}"}',
    '[]',
    '',
    '<!DOCTYPE html><html><script>\n{}</script></html>',
    '<b>Warning</b>: half an answer\n{"id":1',
  ])('is not seen in %j', async (body) => {
    expect(await cleaned(body)).toBe(body)
  })
})
