import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import type { TriedCode } from '../../../preload/contract/delivery.ts'
import { IconButton } from '../../components/button.tsx'
import { ExternalLink } from '../../components/external-link.tsx'
import { TextField } from '../../components/field.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { NeedsYouIcon } from '../../components/status-icon.tsx'
import { Tag } from '../../components/tag.tsx'
import { useTriedCode } from '../orders/fixes/use-tried-code.ts'

/** Any tracking number, answered while typing. Nothing is sent. */
export function TryCode({ connection }: { connection: ConnectionView }) {
  const { t } = useTranslation()
  const [number, setNumber] = useState('')
  const [name, setName] = useState('')
  const [postcode, setPostcode] = useState('')
  const { code, problem } = useTriedCode(connection.id, number, name.trim(), postcode)
  return (
    <section className="try-code" aria-labelledby="try-head">
      <div>
        <h2 id="try-head">{t('delivery.try')}</h2>
        <p className="second">{t('delivery.tryBody')}</p>
      </div>
      <div className="try-fields">
        <TextField
          code
          label={t('delivery.trackingNumber')}
          value={number}
          onValue={setNumber}
          after={
            number !== '' && (
              <span className="input-after">
                <IconButton kind="quiet" small icon={X} label={t('delivery.clear')} onClick={() => setNumber('')} />
              </span>
            )
          }
        />
        <TextField label={t('delivery.givenName')} placeholder={t('app.none')} value={name} onValue={setName} />
        <TextField label={t('delivery.postcode')} value={postcode} onValue={setPostcode} />
      </div>
      <div className="form-grid" aria-live="polite">
        {problem !== null && <p className="note">{problem}</p>}
        {code !== null && <TriedAnswer code={code} office={connection.backOffice} />}
      </div>
    </section>
  )
}

function TriedAnswer({ code, office }: { code: TriedCode; office: string }) {
  const { t } = useTranslation()
  const hit = code.rules.find(({ answer }) => answer === 'hit')
  const several = code.rules.find(({ answer }) => answer === 'several')
  return (
    <>
      {code.carrier === null ? (
        <div className="try-answer open">
          <NeedsYouIcon />
          <b>
            {several === undefined
              ? t('delivery.none')
              : t('delivery.severalFit', { names: several.carriers.map(({ name }) => name).join(' / ') })}
          </b>
          <p>{several === undefined ? (code.problem ?? '') : t('delivery.severalBody')}</p>
        </div>
      ) : (
        <div className={code.problem === null ? 'try-answer' : 'try-answer open'}>
          {code.problem === null ? <Glyph of={Check} ink="ink-green" /> : <NeedsYouIcon />}
          <b>{code.carrier.name}</b>
          <p>
            {code.problem ?? (hit === undefined ? '' : t(`delivery.found.${hit.rule}`, { office }))}{' '}
            {code.suspect && t('delivery.suspect')}
          </p>
        </div>
      )}
      {code.carrier !== null && (
        <dl className="try-facts">
          <dt>{t('delivery.rakutenGets')}</dt>
          <dd className="mono">{code.rakutenName ?? '–'}</dd>
          <dt>{t('delivery.buyersLink')}</dt>
          <dd>
            {code.trackingUrl === null ? (
              t('delivery.noBuyersLink')
            ) : (
              <ExternalLink to={code.trackingUrl}>
                <span className="mono">{code.trackingUrl}</span>
              </ExternalLink>
            )}
          </dd>
        </dl>
      )}
      <div className="try-rules">
        <h3>{t('delivery.rules')}</h3>
        <ol>
          {code.rules.map(({ rule, answer }, index) => (
            <li key={rule} className={answer === 'hit' ? 'hit' : undefined}>
              <span className="small">{index + 1}</span>
              <span>{t(`delivery.ruleNames.${rule}`, { office })}</span>
              {answer === 'hit' ? (
                <Tag tone="green">
                  <Glyph of={Check} size={14} />
                  {t('delivery.answers.hit')}
                </Tag>
              ) : (
                <span className="small">{t(`delivery.answers.${answer}`)}</span>
              )}
            </li>
          ))}
        </ol>
      </div>
    </>
  )
}
