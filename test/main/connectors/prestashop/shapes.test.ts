import { describe, expect, it } from 'vitest'
import {
  Cents,
  listOf,
  Reference,
  Translated,
  Whole,
  Words,
} from '../../../../src/main/connectors/prestashop/shapes.ts'

describe('what comes in JSON', () => {
  it('is understood in every type it comes in', () => {
    expect([Whole.parse('7'), Whole.parse(7), Cents.parse('27.900000'), Cents.parse(27.9), Cents.parse(0)]).toEqual([
      ...[7, 7, 2790, 2790, 0],
    ])
    expect([Translated.parse('a'), Translated.parse([{ id: '1', value: 'b' }])]).toEqual(['a', 'b'])
  })

  it('knows every way in which PHP says nothing', () => {
    expect(['', null, false, 0, '0'].map((value) => Reference.parse(value))).toEqual([0, 0, 0, 0, 0])
    expect(['', null, false].map((value) => Words.parse(value))).toEqual(['', '', ''])
    for (const value of ['x', true, undefined, {}]) expect(Reference.safeParse(value).success).toBe(false)
  })

  it.each(['1.5', '', 'x', null, true])('is no id: %j', (value) => {
    expect(Whole.safeParse(value).success).toBe(false)
  })

  it('is an empty list as an empty array, and nothing else is', () => {
    const orders = listOf('orders', Whole)

    expect([orders.parse([]), orders.parse({ orders: [] }), orders.parse({ orders: [1] })]).toEqual([[], [], [1]])
    for (const answer of [{}, [1], null, 'x', { order: 1 }]) expect(orders.safeParse(answer).success).toBe(false)
  })
})
