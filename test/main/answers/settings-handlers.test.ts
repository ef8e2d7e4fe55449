import { describe, expect, it } from 'vitest'
import { readRetentionDays, saveRetentionDays } from '../../../src/main/accounts/retention.ts'
import { readAppSettings } from '../../../src/main/answers/app-settings.ts'
import { testAnswers } from '../../helpers/test-answers.ts'

describe('the settings', () => {
  it('change one by one, and the window hears of it', async () => {
    const { ask, announced } = testAnswers()

    await ask.settings.change({ theme: 'dark' })
    const reply = await ask.settings.change({ density: 'compact' })

    expect(reply).toMatchObject({ ok: true, value: { theme: 'dark', density: 'compact', intervalMinutes: 5 } })
    expect(announced.at(-1)).toMatchObject({ name: 'settings-changed', value: { theme: 'dark', density: 'compact' } })
  })

  it('tell the scheduler of another interval, and of nothing else', async () => {
    const { ask, asked } = testAnswers()

    await ask.settings.change({ language: 'fr' })
    expect(asked).toEqual([])
    await ask.settings.change({ intervalMinutes: 15 })

    expect(asked).toEqual(['interval'])
  })

  it('share the retention with the configuration file', async () => {
    const { ask, repositories } = testAnswers()

    saveRetentionDays(repositories.settings, 30)
    expect(await ask.settings.get()).toMatchObject({ value: { retentionDays: 30 } })
    await ask.settings.change({ retentionDays: 60 })

    expect(readRetentionDays(repositories.settings)).toBe(60)
  })

  it.each([{ intervalMinutes: 7 }, { retentionDays: 0 }, { quietHours: { from: '24:00', to: '08:00' } }])(
    'refuse %j',
    async (change) => {
      const { ask } = testAnswers()

      expect(await ask.settings.change(change as never)).toMatchObject({ ok: false, fault: { kind: 'bad-input' } }) // what a window must not send
    },
  )

  it('have their defaults where an older version saved none', () => {
    const { repositories } = testAnswers()
    repositories.settings.save('app', { theme: 'dark' })

    expect(readAppSettings(repositories.settings)).toMatchObject({ theme: 'dark', singleKeys: true })
  })
})
