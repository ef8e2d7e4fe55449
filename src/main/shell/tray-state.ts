import type { SyncState } from '../../preload/contract/sync.ts'
import type { Moments } from './moments.ts'
import type { Words } from './words.ts'

export const TRAY_STATES = ['ok', 'syncing', 'attention', 'paused', 'offline'] as const
export type TrayState = (typeof TRAY_STATES)[number]

/** The shape of the icon. What needs a person outranks what Navette is doing; only the seller's own pause outranks both. */
export const trayState = ({ state, needsPerson }: SyncState): TrayState => {
  if (state === 'paused') return 'paused'
  if (needsPerson > 0) return 'attention'
  return state === 'idle' ? 'ok' : state
}

/** The shape in words. */
export const trayTooltip = (sync: SyncState, words: Words, moments: Moments, now: number): string => {
  switch (trayState(sync)) {
    case 'attention':
      return words('tray.attention', { count: sync.needsPerson })
    case 'paused':
      return pausedText(sync, words, moments, now)
    case 'offline':
      return offlineText(sync, words, moments, now)
    case 'syncing':
      return syncingText(sync, words)
    case 'ok':
      return syncedText(sync, words, moments, now)
  }
}

/** What Navette is doing, in one line: the menu says it whatever the icon says. */
export const doingText = (sync: SyncState, words: Words, moments: Moments, now: number): string => {
  switch (sync.state) {
    case 'syncing':
      return syncingText(sync, words)
    case 'paused':
      return pausedText(sync, words, moments, now)
    case 'offline':
      return offlineText(sync, words, moments, now)
    case 'idle':
      return syncedText(sync, words, moments, now)
  }
}

const syncingText = ({ running }: SyncState, words: Words): string => {
  const step = running[0]?.step ?? null
  return step === null ? words('tray.syncing') : words('tray.syncingStep', { step: words(`steps.${step}`) })
}

const pausedText = ({ pausedUntil }: SyncState, words: Words, moments: Moments, now: number): string =>
  pausedUntil === null ? words('tray.pausedOpen') : words('tray.pausedUntil', { time: moments.at(pausedUntil, now) })

const offlineText = ({ offlineSince }: SyncState, words: Words, moments: Moments, now: number): string =>
  words('tray.offline', { time: offlineSince === null ? '' : moments.time(offlineSince, now) })

const syncedText = ({ lastAt, nextAt }: SyncState, words: Words, moments: Moments, now: number): string => {
  if (lastAt === null) return words('tray.neverSynced')
  const time = moments.at(lastAt, now)
  return nextAt === null
    ? words('tray.synced', { time })
    : words('tray.syncedNext', { time, next: moments.at(nextAt, now) })
}
