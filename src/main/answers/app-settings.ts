import { AppSettings } from '../../preload/contract/settings.ts'
import { readRetentionDays, saveRetentionDays } from '../accounts/retention.ts'
import type { Repositories } from '../db/repositories.ts'

const KEY = 'app'

type Settings = Repositories['settings']

const DEFAULTS: AppSettings = {
  language: 'system',
  theme: 'system',
  density: 'comfortable',
  intervalMinutes: 5,
  startWithComputer: false,
  closingWindow: 'keep-running',
  notifyProblems: true,
  notifyDeadlines: true,
  quietHours: null,
  singleKeys: true,
  scannerSound: false,
  retentionDays: 90,
  savedViews: [],
}

/** What the seller set for the whole application; a setting younger than the last save has its default. */
export const readAppSettings = (settings: Settings): AppSettings => ({
  ...(settings.read(KEY, (value) => AppSettings.parse({ ...DEFAULTS, ...Object(value) })) ?? DEFAULTS),
  // A configuration file may set it too, so it has a place of its own.
  retentionDays: readRetentionDays(settings),
})

export const saveAppSettings = (settings: Settings, next: AppSettings): void => {
  settings.save(KEY, next)
  saveRetentionDays(settings, next.retentionDays)
}
