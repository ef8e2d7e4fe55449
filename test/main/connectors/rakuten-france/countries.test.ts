import { expect, it } from 'vitest'
import { countryCode } from '../../../../src/main/connectors/rakuten-france/countries.ts'

it.each([
  ['FX', 'France', 'FR'],
  ['FR', '', 'FR'],
  ['es', 'Espagne', 'ES'],
  ['', 'France métro.', 'FR'],
  ['', ' BELGIQUE ', 'BE'],
  ['', 'Royaume-Uni', 'GB'],
  ['UK', 'Royaume-Uni', 'GB'],
  ['', 'La Réunion', 'RE'],
])('takes “%s” and “%s” for %s', (alpha2, name, code) => {
  expect(countryCode(alpha2, name)).toBe(code)
})

it.each([
  ['QQ', 'France'],
  ['ZZ', ''],
  ['EU', ''],
  ['FRA', 'France'],
  ['', 'Atlantide'],
  ['', ''],
])('does not guess at “%s” and “%s”', (alpha2, name) => {
  expect(countryCode(alpha2, name)).toBeNull()
})
