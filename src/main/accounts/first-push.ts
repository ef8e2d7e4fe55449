import { z } from 'zod'
import type { Repositories } from '../db/repositories.ts'

const keyOf = (connectionId: number): string => `first-push-confirmed:${connectionId}`

/** The seller's yes to the first stock file of a connection (product.md section 6), given in a window or written into a configuration file. */
export const confirmFirstPush = ({ settings }: Pick<Repositories, 'settings'>, connectionId: number): void => {
  if (!isFirstPushConfirmed({ settings }, connectionId)) settings.save(keyOf(connectionId), true)
}

export const isFirstPushConfirmed = ({ settings }: Pick<Repositories, 'settings'>, connectionId: number): boolean =>
  settings.read(keyOf(connectionId), (value) => z.boolean().parse(value)) ?? false
