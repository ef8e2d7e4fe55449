import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '../../../../preload/contract/order-views.ts'
import { Button } from '../../../components/button.tsx'
import { useApp } from '../../../stores/use-app.ts'
import { TrackForm } from '../fixes/track-form.tsx'
import { ConfirmAct, type EndingAct } from './confirm-act.tsx'

/** What can be done when nothing holds the order; the problem's own card has its buttons otherwise. */
export function OrderActions({ order }: { order: OrderDetail }) {
  const { t } = useTranslation()
  const [ending, setEnding] = useState<EndingAct | null>(null)
  const [tracking, setTracking] = useState(false)
  const { act, acting, isHere } = useApp((state) => ({
    act: state.act,
    acting: state.acting.has(order.id),
    isHere: state.backOffices.some(({ id, officeKind }) => id === order.backOfficeId && officeKind === 'built-in'),
  }))
  const isHeld = order.problems.some(({ needsPerson }) => needsPerson)
  const main = order.actions.filter((action) =>
    isHeld ? false : action === 'track' ? !isHere : ['accept', 'refuse', 'resume', 'reconsider'].includes(action),
  )
  return (
    <>
      {main.length > 0 && !tracking && (
        <div className="order-acts">
          {main.map((action) => (
            <Button
              key={action}
              kind={action === 'accept' ? 'primary' : action === 'refuse' ? 'quiet' : 'plain'}
              busy={acting && action !== 'refuse' && action !== 'track'}
              onClick={() => {
                if (action === 'refuse' || action === 'cancel') setEnding(action)
                else if (action === 'track') setTracking(true)
                else void act(order.id, { action })
              }}
            >
              {t(`order.act.${action}`)}
            </Button>
          ))}
        </div>
      )}
      {tracking && !isHeld && (
        <section className="card ship-here" aria-label={t('order.act.track')}>
          <TrackForm order={order} onCancel={() => setTracking(false)} />
        </section>
      )}
      <ConfirmAct order={order} act={ending} onClose={() => setEnding(null)} />
    </>
  )
}
