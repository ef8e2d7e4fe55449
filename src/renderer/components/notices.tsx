import { Check, Info, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Notice } from '../stores/notices-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { Button, IconButton } from './button.tsx'
import { Glyph } from './glyph.tsx'
import { NeedsYouIcon } from './status-icon.tsx'
import './notices.css'

const SHOWN_MS = 6_000

/** Said once, bottom centre. Never the only place of a message that must be acted on. */
export function Notices() {
  const { t } = useTranslation()
  const { notices, dismissNotice } = useApp(({ notices, dismissNotice }) => ({ notices, dismissNotice }))
  return (
    <section className="notices" aria-label={t('notices.label')} aria-live="polite">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} onDismiss={dismissNotice} />
      ))}
    </section>
  )
}

function NoticeCard({ notice, onDismiss }: { notice: Notice; onDismiss: (id: number) => void }) {
  const { t } = useTranslation()
  const [held, setHeld] = useState(false)
  const { id, tone, text, action } = notice
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => onDismiss(id), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [held, id, onDismiss])
  return (
    // Reading it, or reaching for its button, keeps it there.
    <div
      className="notice"
      role="status"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {tone === 'problem' ? (
        <NeedsYouIcon />
      ) : (
        <Glyph of={tone === 'done' ? Check : Info} ink={tone === 'done' ? 'ink-green' : 'ink-blue'} />
      )}
      <p className="grow">{text}</p>
      {action && (
        <Button
          small
          onClick={() => {
            action.run()
            onDismiss(id)
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton kind="quiet" small icon={X} label={t('do.dismiss')} onClick={() => onDismiss(id)} />
    </div>
  )
}
