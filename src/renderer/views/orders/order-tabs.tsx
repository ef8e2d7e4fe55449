import { Tabs } from 'radix-ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { chosenView, savedViews } from '../../stores/order-views-slice.ts'
import { useApp } from '../../stores/use-app.ts'
import { ORDER_TABS } from './order-tab-names.ts'

const MOST_SHOWN = 9_999
/** Tabs of one's own have names of one's own. */
const OWN = 'view:'

/** Tabs by what orders wait for, then those the seller saved, with their live counts; below them the list of the chosen one. */
export function OrderTabs({ filters, children }: { filters: ReactNode; children: ReactNode }) {
  const { t } = useTranslation()
  const { tab, counts, loading, views, view, viewCounts, openTab, openView } = useApp((state) => ({
    tab: state.selection.tab,
    counts: state.orderCounts,
    loading: state.ordersLoading,
    views: savedViews(state),
    view: chosenView(state),
    viewCounts: state.viewCounts,
    openTab: state.openTab,
    openView: state.openView,
  }))
  const chosen = view === null ? tab : OWN + view.name
  const open = (value: string): void => {
    const own = views.find(({ name }) => value === OWN + name)
    const named = ORDER_TABS.find((one) => one === value)
    if (own !== undefined) void openView(own)
    else if (named !== undefined) void openTab(named)
  }
  return (
    <Tabs.Root className="tabs" value={chosen} onValueChange={open}>
      <Tabs.List className="tab-list" aria-label={t('tabs.label')}>
        {ORDER_TABS.map((one) => (
          <Tabs.Trigger key={one} className="tab" value={one}>
            {t(`tabs.${one}`)} <TabCount urgent={one === 'todo'} count={counts?.[one] ?? null} />
          </Tabs.Trigger>
        ))}
        {views.map(({ name }) => (
          <Tabs.Trigger key={name} className="tab own-tab" value={OWN + name}>
            {name} <TabCount count={viewCounts[name] ?? null} />
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content className="tab-panel" value={chosen} tabIndex={-1}>
        {loading && <span className="loading-line" aria-hidden="true" />}
        {filters}
        {children}
      </Tabs.Content>
    </Tabs.Root>
  )
}

function TabCount({ urgent = false, count }: { urgent?: boolean; count: number | null }) {
  const format = useFormat()
  if (count === null) return null
  const exact = format.number(count)
  return (
    <span
      className={urgent && count > 0 ? 'tab-count todo' : 'tab-count'}
      title={count > MOST_SHOWN ? exact : undefined}
    >
      {count > MOST_SHOWN ? `${format.number(Math.floor(count / 1_000))}k+` : exact}
    </span>
  )
}
