import { CircleSlash, Truck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import type { DeliveryTable, ModeRow } from '../../../preload/contract/delivery.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { Progress } from '../../components/progress.tsx'

import { useApp } from '../../stores/use-app.ts'
import { DeliveryMode } from './delivery-mode.tsx'

/** Rakuten's modes on the left, the back office's methods on the right; what nobody mapped comes first. */
export function DeliveryModes({ connection, table }: { connection: ConnectionView; table: DeliveryTable }) {
  const { t } = useTranslation()
  const { bringing, job, stopJob } = useApp((state) => ({
    bringing: state.bringing,
    job: state.bringing === null ? undefined : state.jobs[state.bringing.job],
    stopJob: state.stopJob,
  }))
  const office = connection.backOffice
  return (
    <section aria-labelledby="modes-head">
      <h2 id="modes-head">{t('delivery.modes')}</h2>
      <p className="section-lead">{t('delivery.modesBody', { office })}</p>
      {table.methodsProblem !== null && (
        <ProblemStrip soft>{t('delivery.methodsOld', { problem: table.methodsProblem })}</ProblemStrip>
      )}
      {bringing !== null && job !== undefined && (
        <Progress
          title={t('delivery.bringingBack', { count: bringing.total })}
          job={job}
          onStop={() => void stopJob(bringing.job)}
        />
      )}
      {table.modes.length === 0 ? (
        <EmptyState icon={Truck} title={t('delivery.noModes')} />
      ) : (
        <div className="sheet-frame">
          <table className="sheet">
            <thead>
              <tr>
                <th scope="col">{t('delivery.mode')}</th>
                <th scope="col" className="end">
                  {t('delivery.openOrders')}
                </th>
                <th scope="col">{t('delivery.method', { office })}</th>
                <th scope="col">{t('delivery.tracking')}</th>
              </tr>
            </thead>
            <tbody>
              {table.modes.map((row: ModeRow) =>
                row.choice === 'in-store-pickup' ? (
                  <tr key={row.mode}>
                    <th scope="row" data-label={t('delivery.mode')}>
                      {row.mode}
                    </th>
                    <td className="end" data-label={t('delivery.openOrders')}>
                      {row.openOrders}
                    </td>
                    <td className="second" data-label={t('delivery.method', { office })}>
                      <span className="line">
                        <CircleSlash aria-hidden="true" size={14} />
                        {t('delivery.cannotBeMapped')}
                      </span>
                    </td>
                    <td className="second" data-label={t('delivery.tracking')}>
                      {t('delivery.nothingToShip')}
                    </td>
                  </tr>
                ) : (
                  <DeliveryMode key={row.mode} connection={connection} row={row} methods={table.methods} />
                ),
              )}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
