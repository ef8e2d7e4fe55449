import { Check } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView, TestOrderView } from '../../../preload/contract/connection-views.ts'
import type { Reply } from '../../../preload/contract/reply.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ExternalLink } from '../../components/external-link.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { NeedsYouIcon, StatusIcon } from '../../components/status-icon.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../stores/use-app.ts'

interface Found {
  readonly order: TestOrderView | null
  readonly trouble: string | null
  readonly busy: boolean
}

/** An answer that could not be had leaves in sight what is known. */
const after =
  (reply: Reply<TestOrderView | null>) =>
  ({ order }: Found): Found =>
    reply.ok ? { order: reply.value, trouble: null, busy: false } : { order, trouble: reply.fault.message, busy: false }

/** A marked, harmless order: what it will do, where it is, and that its cancellation was noticed. */
export function TestOrderDialog({ connection, onClose }: { connection: ConnectionView; onClose: () => void }) {
  const { t } = useTranslation()
  const { sendTestOrder, lookAtTestOrder } = useApp((state) => ({
    sendTestOrder: state.sendTestOrder,
    lookAtTestOrder: state.lookAtTestOrder,
  }))
  const [{ order, trouble, busy }, setFound] = useState<Found>({ order: null, trouble: null, busy: true })
  const { id, backOffice } = connection

  // One that was sent earlier is looked at first.
  useEffect(() => void lookAtTestOrder(id).then((reply) => setFound(after(reply))), [id, lookAtTestOrder])
  const ask = async (question: Promise<Reply<TestOrderView | null>>): Promise<void> => {
    setFound((before) => ({ ...before, busy: true }))
    const reply = await question
    setFound(after(reply))
  }
  const isUnderWay = order?.state === 'sent' || order?.state === 'confirmed'
  const isOver = order?.state === 'cancelled' || order?.state === 'completed'

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('connections.testOrder.title', { office: backOffice })}
      foot={
        <>
          {!isOver && <Button onClick={onClose}>{t('do.close')}</Button>}
          {isUnderWay ? (
            <Button kind="primary" busy={busy} onClick={() => void ask(lookAtTestOrder(id))}>
              {t('connections.testOrder.look')}
            </Button>
          ) : (
            <Button kind={isOver ? 'plain' : 'primary'} busy={busy} onClick={() => void ask(sendTestOrder(id))}>
              {t(order === null ? 'connections.testOrder.send' : 'connections.testOrder.another')}
            </Button>
          )}
          {isOver && (
            <Button kind="primary" onClick={onClose}>
              {t('connections.testOrder.done')}
            </Button>
          )}
        </>
      }
    >
      <p className="second">{t('connections.testOrder.body', { office: backOffice })}</p>
      {trouble !== null && <ProblemStrip>{trouble}</ProblemStrip>}
      <div aria-live="polite">{order !== null && <Standing order={order} office={backOffice} />}</div>
    </Dialog>
  )
}

function Standing({ order, office }: { order: TestOrderView; office: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { reference, state, sentAt, backOfficeNumber, backOfficeUrl, message } = order
  const number = backOfficeNumber ?? t('connections.testOrder.noNumber')
  return (
    <div className="test-order">
      <p className="line medium">
        <StandingIcon state={state} />
        {t(`connections.testOrder.${state}`, { office })}
      </p>
      {/* Why it is not further: words of the shop, or of what lies between. */}
      {(state === 'failed' || state === 'sent') && <p className="second">{message}</p>}
      <dl>
        <dt>{t('connections.testOrder.reference')}</dt>
        <dd className="mono">{reference}</dd>
        <dt>{t('connections.testOrder.number', { office })}</dt>
        <dd>{backOfficeUrl === null ? number : <ExternalLink to={backOfficeUrl}>{number}</ExternalLink>}</dd>
        <dt>{t('connections.testOrder.at')}</dt>
        <dd className="number">{format.when(sentAt)}</dd>
      </dl>
    </div>
  )
}

function StandingIcon({ state }: Pick<TestOrderView, 'state'>) {
  switch (state) {
    case 'sent':
      return <StatusIcon status="waiting" />
    case 'confirmed':
      return <StatusIcon status="placed" />
    case 'cancelled':
    case 'completed':
      return <Glyph of={Check} ink="ink-green" />
    case 'failed':
      return <NeedsYouIcon />
  }
}
