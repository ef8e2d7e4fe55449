import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readJson } from '../../../../src/main/connectors/http/read-json.ts'

const Orders = z.object({ orders: z.array(z.object({ id: z.number() })) })
const read = (text: string | Buffer, safe = true) =>
  readJson({ bytes: Buffer.from(text) }, Orders, { side: 'Boutique', host: 'shop.example', safe })

describe('readJson', () => {
  it('gives what the schema describes', () => {
    expect(read('{"orders":[{"id":7,"more":true}]}')).toEqual({ orders: [{ id: 7 }] })
  })

  it('names the host and the field, never the value, when the shape is wrong', () => {
    expect(() => read('{"orders":[{"id":1},{"id":"Jeanne Démonet"}]}')).toThrow(
      expect.objectContaining({
        kind: 'unreadable',
        message: 'Boutique (shop.example) answered in an unexpected shape (orders.1.id: invalid_type).',
        detail: { host: 'shop.example', path: 'orders.1.id' },
      }),
    )
  })

  it.each([
    ['', 'nothing'],
    ['<html>Jeanne</html>', 'a web page instead of data'],
    ['{"orders":[', 'something that is not JSON'],
    [Buffer.from('"\xE9"', 'latin1'), 'something that is not JSON'],
  ])('says what came instead of JSON', (text, what) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ kind: 'unreadable', message: `Boutique (shop.example) answered ${what}.` }),
    )
  })

  it('does not know whether an act worked whose answer it cannot read', () => {
    expect(() => read('', false)).toThrow(expect.objectContaining({ outcome: 'unknown' }))
    expect(() => read('')).toThrow(expect.objectContaining({ outcome: 'not-done' }))
  })
})
