import { describe, expect, it } from 'vitest'
import { type ChecksumParams, checkNamed } from '../../../../src/main/domain/carriers/checksums.ts'

/** One number that passes, and the parameters of its rule in `carriers.json`. */
const passing: readonly { readonly name: string; readonly number: string; readonly params?: ChecksumParams }[] = [
  { name: 's10', number: 'RB123456785GB' },
  { name: 's10-digits', number: '473124829' },
  { name: 'gs1-mod10', number: '00340434633751428115' },
  { name: 'gs1-mod10', number: '6A62957360897', params: { from: 2 } },
  { name: 'gls-mod10-plus1', number: '123416227171' },
  { name: 'ean-mod10', number: '02310181006981' },
  { name: 'iso7064-mod37-36', number: '01196812014637L' },
  { name: 'iso7064-mod37-36', number: '870012345678049' },
  { name: 'mod7', number: '3318810025' },
  { name: 'ups-mod10', number: '1Z5R89390357567127' },
  { name: 'mod10-odd3', number: '041441760228964' },
  { name: 'weighted-sum-mod11-mod10', number: '986578788855', params: { weights: [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1] } },
  { name: 'mondial-relay-label', number: '73800244620101503002000732' },
]

describe('check digits', () => {
  it.each(passing)('$name holds for $number', ({ name, number, params = {} }) => {
    expect(checkNamed(name)(number, params)).toBe(true)
  })

  it.each(passing)('$name holds for no other last character of $number', ({ name, number, params = {} }) => {
    const last = number.search(/[A-Z]*$/) - 1
    const digits = [...'0123456789'].map((digit) => number.slice(0, last) + digit + number.slice(last + 1))

    const others = digits.filter((other) => other !== number && checkNamed(name)(other, params))

    expect(others).toEqual([])
  })

  it('take 10 for 0 and 11 for 5 in the S10 rule', () => {
    expect(checkNamed('s10-digits')('000000005', {})).toBe(true)
    expect(checkNamed('s10-digits')('020000000', {})).toBe(true)
  })

  it('refuse a Mondial Relay label that is parcel 3 of 2, or parcel 0', () => {
    expect(checkNamed('mondial-relay-label')('12123456780202510066231238', {})).toBe(true)
    expect(checkNamed('mondial-relay-label')('12123456780302110066231238', {})).toBe(false)
    expect(checkNamed('mondial-relay-label')('12123456780002210066231238', {})).toBe(false)
  })

  it('accept either rule where either may apply', () => {
    const either = { of: [{ name: 'mod7' }, { name: 's10-digits' }] }

    expect(checkNamed('any-of')('928567507', either)).toBe(true)
    expect(checkNamed('any-of')('473124829', either)).toBe(true)
    expect(checkNamed('any-of')('928567501', either)).toBe(false)
  })
})
