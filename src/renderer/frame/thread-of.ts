import type { TFunction } from 'i18next'
import type { ConnectionView } from '../../preload/contract/connection-views.ts'
import type { SyncState } from '../../preload/contract/sync.ts'
import type { ThreadState } from '../components/thread.tsx'
import type { Format } from '../i18n/format.ts'

interface ThreadWords {
  readonly state: ThreadState
  /** How much of the wait for the next cycle is over, from 0 to 1. */
  readonly progress: number
  readonly label: string
  readonly head: string
  readonly detail: string
}

/** What the thread in the rail says. */
export const threadOf = (
  sync: SyncState | null,
  connections: readonly ConnectionView[],
  now: number,
  t: TFunction,
  format: Format,
): ThreadWords => {
  const words = (state: ThreadState, label: string, head: string, detail: string, progress = 0): ThreadWords => ({
    state,
    progress,
    label,
    head,
    detail,
  })
  const synced = sync?.lastAt ? t('sync.synced', { time: format.at(sync.lastAt) }) : t('sync.neverSynced')
  if (sync === null || connections.length === 0) return words('idle', t('sync.idle'), t('sync.idle'), '')
  if (sync.state === 'offline')
    return words(
      'offline',
      t('sync.threadOffline'),
      t('sync.offline'),
      sync.offlineSince ? t('sync.offlineSince', { time: format.time(sync.offlineSince) }) : '',
    )
  if (sync.state === 'paused')
    return words(
      'paused',
      t('sync.threadPaused'),
      t('sync.paused'),
      sync.pausedUntil ? t('sync.pausedUntil', { time: format.at(sync.pausedUntil) }) : t('sync.pausedOpen'),
    )
  if (sync.state === 'syncing') {
    const [running] = sync.running
    const step = running?.step ?? null
    return words('syncing', t('sync.threadSyncing'), t('sync.syncing'), step === null ? '' : t(`steps.${step}`))
  }
  const stopped = connections.find(({ state }) => state === 'stopped')
  if (stopped !== undefined)
    return words('stopped', t('sync.threadStopped'), t('sync.stopped', { connection: stopped.label }), synced)
  if (sync.nextAt === null) return words('idle', synced, synced, '')
  const left = Date.parse(sync.nextAt) - now
  const whole = Date.parse(sync.nextAt) - Date.parse(sync.lastAt ?? sync.nextAt)
  const next = left < 60_000 ? t('sync.nextSoon') : t('sync.next', { in: format.duration(left) })
  const label = left < 60_000 ? next : t('sync.threadNext', { in: format.duration(left) })
  return words('idle', label, synced, next, whole > 0 ? 1 - left / whole : 0)
}
