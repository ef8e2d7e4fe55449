import { z } from 'zod'
import type { Repositories } from '../db/repositories.ts'

const KEY = 'retention-days'
const DEFAULT_DAYS = 90

type Settings = Repositories['settings']

/** Days after an ended order's last change at the marketplace until its buyer is erased. */
export const readRetentionDays = (settings: Settings): number =>
  settings.read(KEY, (value) => z.int().positive().parse(value)) ?? DEFAULT_DAYS

export const saveRetentionDays = (settings: Settings, days: number): void => settings.save(KEY, days)
