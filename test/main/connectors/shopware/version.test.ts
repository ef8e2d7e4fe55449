import { expect, it } from 'vitest'
import { isAtLeast } from '../../../../src/main/connectors/shopware/version.ts'

it.each([
  ['6.6.10.3', '6.6', true],
  ['6.6.0.0-rc1', '6.6', true],
  ['6.5.8.14', '6.6', false],
  ['6.10.0.0', '6.7', true],
  ['6.7.9.0', '6.7.10', false],
  ['6.7.10.1', '6.7.10', true],
  ['6.7.9999999.9999999-dev', '6.7.10', true],
  ['7.0.0.0', '6.7', true],
  ['', '6.4', false],
])('version %s is at least %s: %s', (version, least, expected) => {
  expect(isAtLeast(version, least)).toBe(expected)
})
