import { Inbox, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useNow } from '../../components/use-now.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { NO_FILTER } from '../../stores/orders-slice.ts'
import { useApp } from '../../stores/use-app.ts'

/** Why the list is empty, and what will fill it. */
export function NoOrders() {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const { selection, counts, nextAt, connected, select, go } = useApp((state) => ({
    selection: state.selection,
    counts: state.orderCounts,
    nextAt: state.sync?.nextAt ?? null,
    connected: (state.connections ?? []).length > 0,
    select: state.select,
    go: state.go,
  }))
  const all = counts?.all ?? 0
  const inTab = counts?.[selection.tab] ?? 0
  const next = nextAt === null ? '' : t('orders.empty.noneNext', { in: format.duration(Date.parse(nextAt) - now) })

  if (selection.search !== '')
    return (
      <EmptyState icon={SearchX} title={t('orders.empty.search')}>
        {t('orders.empty.searchBody', { search: selection.search })}
      </EmptyState>
    )
  if (inTab > 0)
    return (
      <EmptyState
        icon={SearchX}
        title={t('orders.empty.filters')}
        action={<Button onClick={() => void select(NO_FILTER)}>{t('orders.clearFilters')}</Button>}
      />
    )
  if (all === 0)
    return (
      <EmptyState
        icon={Inbox}
        title={t('orders.empty.none')}
        action={
          !connected && (
            <Button kind="primary" onClick={() => go('connections')}>
              {t('orders.empty.connect')}
            </Button>
          )
        }
      >
        {connected && next !== '' ? next : t('orders.empty.noneBody')}
      </EmptyState>
    )
  if (selection.tab === 'todo')
    return (
      <EmptyState
        icon={Inbox}
        title={t('orders.empty.todo')}
        action={<Button onClick={() => void select({ tab: 'all' })}>{t('orders.empty.seeAll')}</Button>}
      >
        {t('orders.empty.todoBody', { count: all, n: format.number(all) })} {next}
      </EmptyState>
    )
  return (
    <EmptyState icon={Inbox} title={t('orders.empty.tab')}>
      {t(`orders.empty.tabBody.${selection.tab}`)}
    </EmptyState>
  )
}
