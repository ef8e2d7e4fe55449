import { describe, expect, it } from 'vitest'
import { normaliseNumber, splitNumbers } from '../../../../src/main/domain/carriers/tracking-number.ts'

describe('normaliseNumber', () => {
  it.each([
    ['6a62957360897', '6A62957360897'],
    [' 6A 6295 7360 897 ', '6A62957360897'],
    ['6A\u00a06295\u202f7360897', '6A62957360897'],
    ['1Z-999-AA1.0123/456784', '1Z999AA10123456784'],
    ['6A62957\u2011360897', '6A62957360897'],
    ['\ufeff6A62957\u200b360897\u200f', '6A62957360897'],
    ['12345', '12345'],
    ['A'.repeat(40), 'A'.repeat(40)],
  ])('reads %j as %s', (text, number) => {
    expect(normaliseNumber(text)).toBe(number)
  })

  it.each([
    '',
    '1234',
    'A'.repeat(41),
    '6A62957360897€',
    'numéro12',
    'ß1234',
    '12345:6',
    '６Ａ１２３４５',
    '<b>12345</b>',
    '12345?x=1',
  ])('refuses %j', (text) => {
    expect(normaliseNumber(text)).toBeNull()
  })
})

describe('splitNumbers', () => {
  it('takes a field apart at commas, semicolons and line breaks', () => {
    expect(splitNumbers('6A1, 6A2;6A3\r\n6A4\n')).toEqual(['6A1', '6A2', '6A3', '6A4'])
  })

  it('keeps together what blanks and slashes only decorate', () => {
    expect(splitNumbers('6A 6295/7360 897')).toEqual(['6A 6295/7360 897'])
    expect(splitNumbers(' ; ,')).toEqual([])
  })
})
