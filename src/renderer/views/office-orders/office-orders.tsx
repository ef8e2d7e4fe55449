import { Download, PackageCheck } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackOfficeView } from '../../../preload/contract/back-offices.ts'
import { IconButton } from '../../components/button.tsx'
import { Bars, EmptyState } from '../../components/empty-state.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { saveFile } from '../../components/save-file.ts'
import { Segments } from '../../components/segments.tsx'
import { useApp } from '../../stores/use-app.ts'
import { OfficeOrder } from './office-order.tsx'
import './office-orders.css'

/** The orders of This PC, as the person who packs them needs them. */
export function OfficeOrders({ office, switcher }: { office: BackOfficeView; switcher: ReactNode }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<string | null>(null)
  const { orders, total, filter, problem, loadOfficeOrders, officeOrdersCsv } = useApp((state) => ({
    orders: state.officeOrders,
    total: state.officeOrderTotal,
    filter: state.officeOrderFilter,
    problem: state.officeOrdersProblem,
    loadOfficeOrders: state.loadOfficeOrders,
    officeOrdersCsv: state.officeOrdersCsv,
  }))
  useEffect(() => void loadOfficeOrders(office.id, 'open'), [office.id, loadOfficeOrders])
  const save = async (): Promise<void> => {
    const file = await officeOrdersCsv(office.id)
    if (file !== null) saveFile(file)
  }
  return (
    <>
      <header className="page-head">
        <h1 id="products-title">{t('products.title')}</h1>
        {switcher}
        <span className="grow" />
        <Segments
          label={t('ship.filter')}
          value={filter}
          segments={[
            { value: 'open', label: t('ship.open') },
            { value: 'all', label: t('ship.all') },
          ]}
          onValue={(next) => void loadOfficeOrders(office.id, next)}
        />
        <IconButton icon={Download} label={t('do.csv')} onClick={() => void save()} />
      </header>
      <div className="page-body" data-region="page">
        {problem !== null && <ProblemStrip>{problem.message}</ProblemStrip>}
        {total === null && problem === null && <Bars label={t('ship.loading')} />}
        {total === 0 && (
          <EmptyState icon={PackageCheck} title={t('ship.empty')}>
            {t('ship.emptyBody')}
          </EmptyState>
        )}
        <ul className="office-orders" aria-label={t('ship.list', { office: office.label })}>
          {orders.map((order) => (
            <OfficeOrder
              key={order.reference}
              office={office}
              order={order}
              open={open === order.reference}
              onOpen={() => setOpen(open === order.reference ? null : order.reference)}
            />
          ))}
        </ul>
      </div>
    </>
  )
}
