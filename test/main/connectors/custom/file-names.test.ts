import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matches, nameOfTry, namesOf, refuseName, safeName } from '../../../../src/main/connectors/custom/file-names.ts'
import { Template } from '../../../../src/main/connectors/custom/template.ts'
import { TEMPLATE } from '../../../simulators/custom-files/template.ts'

const tables = Template.parse(JSON.parse(TEMPLATE))

describe('the name of a file', () => {
  it('is one that every system takes, and no two become one', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (one, other) => {
        expect(safeName(one)).toMatch(/^[\p{L}\p{N} ._()+=@,~%-]*$/u)
        expect(safeName(one)).not.toMatch(/^\.|\.$/)
        if (safeName(one) === safeName(other)) expect(one.trim().normalize('NFC')).toBe(other.trim().normalize('NFC'))
      }),
    )
  })

  it.each([
    ['order_1.csv', 'order_1_r2.csv'],
    ['order', 'order_r2'],
    ['order.v1.xml', 'order.v1_r2.xml'],
  ])('of a second try keeps its ending: %s', (name, second) => {
    expect([nameOfTry(name, 1), nameOfTry(name, 2)]).toEqual([name, second])
  })

  it.each([
    [
      'shipments_*.csv',
      ['shipments_1.csv', 'SHIPMENTS_2026.CSV'],
      ['shipments.csv', 'shipments_1.csv.tmp', 'x_shipments_1.csv'],
    ],
    ['stock.csv', ['stock.csv'], ['stockxcsv', 'stock.csv.bak']],
    ['*(1).csv', ['a(1).csv'], ['a1.csv']],
  ])('is meant by %s, or not', (pattern, meant, others) => {
    expect(meant.filter((name) => !matches(pattern).test(name))).toEqual([])
    expect(others.filter((name) => matches(pattern).test(name))).toEqual([])
  })

  it('is known again by the reference alone, whatever else stands in it', () => {
    const names = namesOf('o_{{order.createdAt|date("yyyyMMdd")}}_{{order.ref|lower}}.csv', 'RKT-2', tables)

    expect(['o_20260112_rkt-2.csv', 'o_20260112_rkt-2_r2.csv'].filter((name) => !names.test(name))).toEqual([])
    expect(['o_20260112_rkt-21.csv', 'o_1_rkt-12.csv', 'o_1_rkt-2.csv.tmp'].filter((name) => names.test(name))).toEqual(
      [],
    )
  })

  it.each([
    ['orders.csv', /needs {{order\.ref}}/],
    ['{{order.ref|max(4)}}.csv', /needs {{order\.ref}}/],
    ['{{order.ref}}{{order.createdAt|date("yyyy")}}.csv', /apart/],
    ['1{{order.ref}}.csv', /apart/],
  ])('is refused where it is not the order’s own: %s', (pattern, why) => {
    expect(refuseName(pattern, ['order.ref'])).toMatch(why)
  })

  it.each(['{{order.ref}}.csv', 'order_{{order.ref|upper}}_{{order.createdAt|date("yyyy")}}.csv'])(
    'is taken: %s',
    (pattern) => {
      expect(refuseName(pattern, ['order.ref'])).toBeNull()
    },
  )
})
