import { Pause, Play, RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../components/button.tsx'
import { Menu } from '../components/menu.tsx'
import { Thread } from '../components/thread.tsx'
import { useNow } from '../components/use-now.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useApp } from '../stores/use-app.ts'
import { threadOf } from './thread-of.ts'

const HOUR = 60 * 60_000
const MORNING = 8

/** The thread, and what can be done with it. */
export function RailFoot() {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow(10_000)
  const { sync, connections, notify, syncNow, pauseSync, resumeSync } = useApp((state) => ({
    sync: state.sync,
    connections: state.connections,
    notify: state.notify,
    syncNow: state.syncNow,
    pauseSync: state.pauseSync,
    resumeSync: state.resumeSync,
  }))
  const thread = threadOf(sync, connections ?? [], now, t, format)
  const syncing = sync?.state === 'syncing'

  const run = async (): Promise<void> => {
    const report = await syncNow(null)
    if (report === null) return
    const count = report.connections.flatMap(({ steps }) => steps).reduce((sum, { moved }) => sum + moved, 0)
    notify('done', count === 0 ? t('sync.done') : t('sync.doneMoved', { count }))
  }
  const tomorrow = (): string => {
    const morning = new Date(now)
    morning.setDate(morning.getDate() + 1)
    morning.setHours(MORNING, 0, 0, 0)
    return morning.toISOString()
  }

  return (
    <div className="rail-foot">
      <div className="thread-ends">
        <span>{t('app.rakuten')}</span>
        <span className="shortened">{connections?.[0]?.backOffice ?? ''}</span>
      </div>
      <Thread state={thread.state} progress={thread.progress} label={thread.label} />
      <div className="rail-sync">
        <p className="rail-words">
          <span>{thread.head}</span>
          <span className="third">{thread.detail}</span>
        </p>
        {connections === null || connections.length === 0 ? null : sync?.state === 'paused' ? (
          <IconButton small icon={Play} label={t('sync.resume')} onClick={() => void resumeSync()} />
        ) : (
          <Menu
            head={
              sync?.nearestAcceptBy
                ? t('sync.pauseDeadline', { deadline: format.deadline(sync.nearestAcceptBy, now) })
                : null
            }
            trigger={<IconButton small kind="quiet" icon={Pause} label={t('sync.pause')} />}
            entries={[
              { label: t('sync.pauseHour'), onSelect: () => void pauseSync(new Date(now + HOUR).toISOString()) },
              { label: t('sync.pauseTomorrow'), onSelect: () => void pauseSync(tomorrow()) },
              { label: t('sync.pauseOpen'), onSelect: () => void pauseSync(null) },
            ]}
          />
        )}
        {connections !== null && connections.length > 0 && (
          <IconButton
            small
            icon={RefreshCw}
            busy={syncing}
            label={`${t('sync.now')}. ${thread.head}, ${thread.detail}`}
            onClick={() => void run()}
          />
        )}
      </div>
    </div>
  )
}
