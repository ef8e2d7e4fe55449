import type { Handlers } from '../../preload/contract/endpoint.ts'
import type { settingsContract } from '../../preload/contract/settings.ts'
import { readAppSettings, saveAppSettings } from './app-settings.ts'
import type { AnswerNeeds } from './needs.ts'
import type { News } from './news.ts'

type Needs = Pick<AnswerNeeds, 'repositories' | 'scheduler'> & { readonly news: News }

export const createSettingsHandlers = ({
  repositories,
  scheduler,
  news,
}: Needs): Handlers<typeof settingsContract> => ({
  get: () => readAppSettings(repositories.settings),
  change: (change) => {
    const before = readAppSettings(repositories.settings)
    const next = { ...before, ...change }
    saveAppSettings(repositories.settings, next)
    if (next.intervalMinutes !== before.intervalMinutes) scheduler.intervalChanged()
    news.settingsChanged()
    return next
  },
})
