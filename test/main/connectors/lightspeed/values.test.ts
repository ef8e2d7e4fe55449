import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Cents, Flag, Id, Link, Text, Whole } from '../../../../src/main/connectors/lightspeed/values.ts'

const read = (shape: z.ZodType, given: readonly unknown[]) => given.map((value) => shape.parse(value))

describe('what is missing, however it is said', () => {
  it.each([undefined, null, false, '', []])('is nothing: %j', (nothing) => {
    const Row = z.object({ text: Text, id: Id })

    expect(Row.parse({ text: nothing, id: nothing })).toEqual({ text: '', id: null })
  })

  it('is no amount and no link', () => {
    expect(read(Cents, [undefined, null, false, ''])).toEqual([null, null, null, null])
    expect(read(Link, [false, null, '', { resource: { id: false, url: '' } }])).toEqual([null, null, null, null])
  })
})

describe('what is there', () => {
  it('is a text, also where it came as a number', () => {
    expect(read(Text, ['00123', 123, '0'])).toEqual(['00123', '123', '0'])
  })

  it('is a number, also where it came as a text', () => {
    expect(read(Whole, [3, '3', '-2', 0])).toEqual([3, 3, -2, 0])
    expect(Whole.safeParse('3.5').success).toBe(false)
  })

  it('is an amount to the cent', () => {
    expect(read(Cents, [28.9, '28.90', 0, 1.005, 4.35, '19.989'])).toEqual([2890, 2890, 0, 100, 435, 1999])
  })

  it('is a link by its id', () => {
    expect(read(Link, [{ resource: { id: 12, url: 'orders/12' } }, { resource: { id: '13' } }])).toEqual([12, 13])
  })

  it('is a flag', () => {
    expect(read(Flag, [true, 1, false, 0, '', null])).toEqual([true, true, false, false, false, false])
  })
})
