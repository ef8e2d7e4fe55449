import { Check } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '../../../../preload/contract/order-views.ts'
import type { FixInputs } from '../../../../preload/contract/orders.ts'
import { Button } from '../../../components/button.tsx'
import { ExternalLink } from '../../../components/external-link.tsx'
import { SelectField, TextField } from '../../../components/field.tsx'
import { Glyph } from '../../../components/glyph.tsx'
import { NeedsYouIcon } from '../../../components/status-icon.tsx'
import { useApp } from '../../../stores/use-app.ts'
import type { FixFormProps } from './fix-form.tsx'
import { useCarriers } from './use-carriers.ts'
import { type Tried, useTriedCode } from './use-tried-code.ts'
import './fix-form.css'

interface Typed {
  readonly trackingNumber: string
  readonly carrier: string
  readonly trackingUrl: string | null
}

interface TrackFieldsProps {
  order: OrderDetail
  label: string
  busy: boolean
  beside: ReactNode
  onTrack: (typed: Typed) => Promise<void>
}

/** Number, carrier, and the link the buyer will get: answered while typing, sent at once. */
function TrackFields({ order, label, busy, beside, onTrack }: TrackFieldsProps) {
  const { t } = useTranslation()
  const [trackingNumber, setNumber] = useState(order.trackingNumber ?? '')
  const [carrier, setCarrier] = useState('')
  const [link, setLink] = useState('')
  const [missing, setMissing] = useState<'number' | 'carrier' | null>(null)
  const carriers = useCarriers(order.connectionId)
  const tried = useTriedCode(order.connectionId, trackingNumber, carrier)
  const found = carrier === '' ? (tried.code?.carrier?.name ?? '') : carrier
  const lacksLink = found !== '' && tried.code !== null && tried.code.trackingUrl === null

  const send = async (): Promise<void> => {
    if (trackingNumber.trim() === '') return setMissing('number')
    if (found === '') return setMissing('carrier')
    setMissing(null)
    await onTrack({
      trackingNumber: trackingNumber.trim(),
      carrier: found,
      trackingUrl: link.trim() === '' ? null : link.trim(),
    })
  }

  return (
    <form
      className="fix-form"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div className="fix-fields">
        <TextField
          code
          label={t('fix.trackingNumber')}
          value={trackingNumber}
          onValue={setNumber}
          data-tracking-number
          error={missing === 'number' ? t('fix.missing', { field: t('fix.trackingNumber') }) : null}
        />
        <SelectField
          label={t('fix.carrier')}
          value={carrier}
          onValue={setCarrier}
          choices={[
            { value: '', label: t('fix.byNumber') },
            ...carriers.map(({ name }) => ({ value: name, label: name })),
          ]}
          error={missing === 'carrier' ? t('fix.missing', { field: t('fix.carrier') }) : null}
        />
        {lacksLink && (
          <TextField
            className="wide"
            label={t('fix.link')}
            help={t('fix.linkHelp')}
            placeholder="https://"
            value={link}
            onValue={setLink}
          />
        )}
      </div>
      <FoundCarrier tried={tried} />
      <div className="problem-acts">
        <Button kind="primary" type="submit" busy={busy}>
          {label}
        </Button>
        {beside}
      </div>
    </form>
  )
}

function FoundCarrier({ tried: { code, problem } }: { tried: Tried }) {
  const { t } = useTranslation()
  if (problem !== null) return <p className="fix-found">{problem}</p>
  if (code === null) return <p className="fix-found" aria-live="polite" />
  const hit = code.rules.find(({ answer }) => answer === 'hit')
  const several = code.rules.find(({ answer }) => answer === 'several')
  return (
    <p className="fix-found" aria-live="polite">
      {code.carrier === null ? (
        <>
          <NeedsYouIcon />
          {several === undefined
            ? t('fix.noFit')
            : t('fix.several', { names: several.carriers.map(({ name }) => name).join(' / ') })}
        </>
      ) : (
        <>
          <Glyph of={Check} size={14} ink="ink-green" />
          {t('fix.found', {
            carrier: code.carrier.name,
            rule: hit === undefined || hit.rule === 'problem' ? t('rule.number') : t(`rule.${hit.rule}`),
          })}
          {code.suspect && <span className="ink-amber">{t('delivery.suspect')}</span>}
          {code.trackingUrl !== null && <ExternalLink to={code.trackingUrl}>{t('fix.seeLink')}</ExternalLink>}
        </>
      )}
    </p>
  )
}

/** As the fix of a problem. */
export function TrackFix({ order, label, busy, beside, onFix }: FixFormProps) {
  const track = ({ trackingNumber, carrier, trackingUrl }: Typed): Promise<void> => {
    const inputs: FixInputs = { trackingNumber, carrier, ...(trackingUrl !== null && { trackingUrl }) }
    return onFix(inputs)
  }
  return <TrackFields order={order} label={label} busy={busy} beside={beside} onTrack={track} />
}

/** On an order that nothing holds. */
export function TrackForm({ order, onCancel }: { order: OrderDetail; onCancel: () => void }) {
  const { t } = useTranslation()
  const { act, acting } = useApp((state) => ({ act: state.act, acting: state.acting.has(order.id) }))
  const track = async (typed: Typed): Promise<void> => {
    const { done } = await act(order.id, { action: 'track', ...typed })
    if (done) onCancel()
  }
  return (
    <TrackFields
      order={order}
      label={t('order.act.track')}
      busy={acting}
      onTrack={track}
      beside={
        <Button kind="quiet" onClick={onCancel}>
          {t('do.cancel')}
        </Button>
      }
    />
  )
}
