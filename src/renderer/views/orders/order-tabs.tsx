import { Tabs } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderTab } from '../../../preload/contract/orders.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../stores/use-app.ts'
import { ORDER_TABS } from './order-tab-names.ts'

const MOST_SHOWN = 9_999

/** Tabs by what orders wait for, with their live counts; below them the list of the chosen one. */
export function OrderTabs({ filters, children }: { filters: ReactNode; children: ReactNode }) {
  const { t } = useTranslation()
  const { tab, counts, loading, select } = useApp(({ selection, orderCounts, ordersLoading, select }) => ({
    tab: selection.tab,
    counts: orderCounts,
    loading: ordersLoading,
    select,
  }))
  return (
    <Tabs.Root
      className="tabs"
      value={tab}
      onValueChange={(next) => {
        const chosen = ORDER_TABS.find((one) => one === next)
        if (chosen !== undefined) void select({ tab: chosen })
      }}
    >
      <Tabs.List className="tab-list" aria-label={t('tabs.label')}>
        {ORDER_TABS.map((one) => (
          <Tabs.Trigger key={one} className="tab" value={one}>
            {t(`tabs.${one}`)} <TabCount tab={one} count={counts?.[one] ?? null} />
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content className="tab-panel" value={tab} tabIndex={-1}>
        {loading && <span className="loading-line" aria-hidden="true" />}
        {filters}
        {children}
      </Tabs.Content>
    </Tabs.Root>
  )
}

function TabCount({ tab, count }: { tab: OrderTab; count: number | null }) {
  const format = useFormat()
  if (count === null) return null
  const exact = format.number(count)
  return (
    <span
      className={tab === 'todo' && count > 0 ? 'tab-count todo' : 'tab-count'}
      title={count > MOST_SHOWN ? exact : undefined}
    >
      {count > MOST_SHOWN ? `${format.number(Math.floor(count / 1_000))}k+` : exact}
    </span>
  )
}
