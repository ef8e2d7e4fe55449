import { expect, it } from 'vitest'
import { notOpened } from '../../../src/main/cli/not-opened.ts'
import { Fault } from '../../../src/main/domain/fault.ts'

const fault = (detail: Record<string, string>): Fault => new Fault('settings', 'What is wrong.', { detail })

it.each([
  ['a key of the configuration file', { field: 'connections[0].settings.login' }, 2],
  ['an environment variable', { variable: 'NAVETTE_DATABASE_KEY' }, 2],
  ['a malformed database key', { reason: 'key-malformed' }, 2],
  ['a key that does not open the database', { reason: 'key-wrong' }, 3],
  ['a folder in use', { reason: 'in-use' }, 3],
  ['a keychain that is missing', { keychain: 'unavailable' }, 3],
])('%s is told with its exit', (_, detail, exitCode) => {
  expect(notOpened(fault(detail))).toEqual({ exitCode, message: 'What is wrong.' })
})

it('a bug is told whole', () => {
  expect(notOpened(new Error('a bug'))).toEqual({ exitCode: 3, message: expect.stringMatching(/a bug\n +at /) })
})
