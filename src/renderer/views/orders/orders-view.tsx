import { Download, ListFilter } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../components/button.tsx'
import { saveFile } from '../../components/save-file.ts'
import { useApp } from '../../stores/use-app.ts'
import { ConnectionStrips } from '../connection-strips.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { Narrowing } from './narrowing.tsx'
import { OrderSearch } from './order-search.tsx'
import { OrderTabs } from './order-tabs.tsx'
import { OrdersList } from './orders-list.tsx'
import { OrderPanel } from './panel/order-panel.tsx'
import { useOrderKeys } from './use-order-keys.ts'
import './orders-view.css'

/** Seeing in five seconds whether anything needs you. */
export function OrdersView() {
  const { t } = useTranslation()
  const { openOrderId, notify, ordersCsv, reloadOrders } = useApp((state) => ({
    openOrderId: state.openOrderId,
    notify: state.notify,
    ordersCsv: state.ordersCsv,
    reloadOrders: state.reloadOrders,
  }))
  const [filtersShown, setFiltersShown] = useState(false)
  useOrderKeys()
  useOpenFirst()
  useEffect(() => void reloadOrders(), [reloadOrders])

  const save = async (): Promise<void> => {
    const file = await ordersCsv()
    if (file === null) return
    saveFile(file)
    notify('done', t('orders.csvSaved', { name: file.name }))
  }

  return (
    <main className="page" aria-labelledby="orders-title">
      <header className="page-head">
        <h1 id="orders-title">{t('screens.orders')}</h1>
        <span className="grow" />
        <OrderSearch />
        <Button icon={ListFilter} aria-expanded={filtersShown} onClick={() => setFiltersShown(!filtersShown)}>
          {t('orders.filter')}
        </Button>
        <IconButton icon={Download} label={t('do.csv')} onClick={() => void save()} />
      </header>
      <ConnectionStrips />
      <OrderTabs filters={<Narrowing fieldsShown={filtersShown} />}>
        <div className={openOrderId === null ? 'split' : 'split with-panel'}>
          <section className="list" aria-label={t('screens.orders')} data-region="list">
            <OrdersList />
            <BulkBar />
          </section>
          {openOrderId !== null && <OrderPanel />}
        </div>
      </OrderTabs>
    </main>
  )
}

const WIDE = 1040

/** On *To do* the first order opens by itself, where there is room beside the list. */
const useOpenFirst = (): void => {
  const { tab, first, openOrderId, openOrder } = useApp(({ selection, orderPages, openOrderId, openOrder }) => ({
    tab: selection.tab,
    first: orderPages.get(0)?.[0]?.id ?? null,
    openOrderId,
    openOrder,
  }))
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    if (opened || first === null) return
    setOpened(true)
    if (tab === 'todo' && openOrderId === null && window.innerWidth >= WIDE) void openOrder(first)
  }, [opened, tab, first, openOrderId, openOrder])
}
