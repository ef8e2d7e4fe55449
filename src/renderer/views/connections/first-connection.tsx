import { FlaskConical, KeyRound, Link2, Monitor, Shield } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { Mark } from '../../components/mark.tsx'

/** Before the first connection: what Navette does, and two ways to begin. */
export function FirstConnection({ onConnect, onPractice }: { onConnect: () => void; onPractice: () => void }) {
  const { t } = useTranslation()
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
          <Button kind="primary" onClick={onPractice}>
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
    </div>
  )
}
