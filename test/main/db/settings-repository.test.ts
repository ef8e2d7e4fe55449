import { expect, it } from 'vitest'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

it('keeps a setting until it is set anew, and knows what was never set', () => {
  const { settings } = openTestRepositories()

  settings.save('interval', 5)
  settings.save('interval', 10)

  expect(settings.read('interval', Number)).toBe(10)
  expect(settings.read('language', String)).toBeNull()
})
