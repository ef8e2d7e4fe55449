import { Eye } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OfficePreview } from '../../../preload/contract/back-offices.ts'
import { Button } from '../../components/button.tsx'
import { SelectField } from '../../components/field.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { PreviewPart } from './preview-part.tsx'
import type { PreviewState } from './use-preview.ts'
import './preview.css'

/** What would go out for an order, and how what came in last was read. */
export function PreviewPane({ preview }: { preview: PreviewState }) {
  const { t } = useTranslation()
  const { shown, trouble, busy, look } = preview
  const pane = useRef<HTMLElement>(null)
  const isPressed = useRef(false)
  // What was asked for by hand is shown; what follows the form stays where it is.
  useEffect(() => {
    if (shown === null || !isPressed.current) return
    isPressed.current = false
    pane.current?.scrollIntoView({ block: 'start' })
  }, [shown])
  const press = (): void => {
    isPressed.current = true
    look()
  }
  return (
    <section ref={pane} className="form-section preview-pane" aria-labelledby="preview-head">
      <div className="line wrap">
        <div className="grow">
          <h3 id="preview-head">{t('connections.preview.title')}</h3>
          <p className="second small">{t('connections.preview.help')}</p>
        </div>
        <Button small icon={Eye} busy={busy} onClick={press}>
          {t(shown === null ? 'connections.preview.show' : 'connections.preview.again')}
        </Button>
      </div>
      {trouble !== null && <ProblemStrip>{trouble.message}</ProblemStrip>}
      {shown !== null && (
        <>
          <ChosenOrder shown={shown} onOrder={look} />
          <div className="previews" aria-live="polite" aria-busy={busy}>
            {shown.previews.map((part) => (
              <PreviewPart key={part.title} part={part} />
            ))}
          </div>
        </>
      )}
    </section>
  )
}

function ChosenOrder({ shown: { order, orders }, onOrder }: { shown: OfficePreview; onOrder: (id: number) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (order.id === null) return <p className="note">{t('connections.preview.invented')}</p>
  return (
    <SelectField
      label={t('connections.preview.order')}
      value={String(order.id)}
      choices={[
        // One that has become too old to be offered is still the one that is shown.
        ...(orders.some(({ id }) => id === order.id) ? [] : [{ value: String(order.id), label: order.reference }]),
        ...orders.map(({ id, reference, purchasedAt }) => ({
          value: String(id),
          label: t('connections.preview.orderOf', { reference, at: format.when(purchasedAt) }),
        })),
      ]}
      onValue={(id) => onOrder(Number(id))}
    />
  )
}
