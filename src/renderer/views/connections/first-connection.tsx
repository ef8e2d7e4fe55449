import { FlaskConical, KeyRound, Link2, Monitor, Shield } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { Mark } from '../../components/mark.tsx'
import { useApp } from '../../stores/use-app.ts'
import { LanguageChoice } from '../language-choice.tsx'

/** Before the first connection: what Navette does, and two ways to begin. */
export function FirstConnection({ onConnect, onPractice }: { onConnect: () => void; onPractice: () => void }) {
  const { t } = useTranslation()
  const [starting, setStarting] = useState(false)
  const begin = useRef<HTMLButtonElement>(null)
  const { hasShop, startPractice, notify, go } = useApp((state) => ({
    hasShop: state.backOffices.some(({ officeKind }) => officeKind !== 'built-in'),
    startPractice: state.startPractice,
    notify: state.notify,
    go: state.go,
  }))
  useEffect(() => begin.current?.focus(), [])

  const practise = async (): Promise<void> => {
    // Where a shop could take the invented orders, the seller is asked.
    if (hasShop) return onPractice()
    setStarting(true)
    const reply = await startPractice(null, false)
    setStarting(false)
    if (!reply.ok) return notify('problem', reply.fault.message)
    notify('done', t('connections.practiceStarted'))
    go('orders')
  }

  return (
    <div className="first-connection">
      <Mark size={56} />
      <h2>{t('connections.empty')}</h2>
      <p>{t('connections.emptyBody')}</p>
      <div className="first-cards">
        <section className="card first-card">
          <h3>
            <Glyph of={FlaskConical} ink="ink-accent" size={20} />
            {t('connections.tryFirst')}
          </h3>
          <p>{t('connections.tryFirstBody')}</p>
          <Button kind="primary" ref={begin} busy={starting} onClick={() => void practise()}>
            {t('connections.tryFirstButton')}
          </Button>
        </section>
        <section className="card first-card">
          <h3>
            <Glyph of={Link2} ink="ink-accent" size={20} />
            {t('connections.connectCard')}
          </h3>
          <p>{t('connections.connectCardBody')}</p>
          <Button onClick={onConnect}>{t('connections.connectCardButton')}</Button>
        </section>
      </div>
      <ul className="first-promises">
        <li>
          <Glyph of={Monitor} />
          {t('connections.stays')}
        </li>
        <li>
          <Glyph of={KeyRound} />
          {t('connections.keychain')}
        </li>
        <li>
          <Glyph of={Shield} />
          {t('connections.noAccount')}
        </li>
      </ul>
      <LanguageChoice />
    </div>
  )
}
