import { expect, it } from 'vitest'
import { completeValues, sortValues } from '../../../../src/main/accounts/field-values.ts'
import { fields } from '../../../../src/main/connectors/cubyn/fields.ts'

const form = { applicationKey: 'key', ownRakutenApp: 'off' }

it('asks for the key, and whether Cubyn’s own Rakuten app is at work, and for nothing else', () => {
  expect(sortValues(fields, form).plain).toEqual({ ownRakutenApp: 'off' })
  expect(completeValues(fields, form)['baseUrl']).toBe('https://api.cubyn.com')
})

it.each([
  [{ applicationKey: 'key' }, 'ownRakutenApp'],
  [{ ...form, ownRakutenApp: 'on' }, 'ownRakutenApp'],
  [{ ...form, ownRakutenApp: 'perhaps' }, 'ownRakutenApp'],
  [{ ownRakutenApp: 'off' }, 'applicationKey'],
  [{ ...form, baseUrl: 'http://api.cubyn.com' }, 'baseUrl'],
  [{ ...form, names: '{"stock": ""}' }, 'names'],
])('refuses %o by the field %s', (values, field) => {
  expect(() => sortValues(fields, values)).toThrow(expect.objectContaining({ detail: { field } }))
})
