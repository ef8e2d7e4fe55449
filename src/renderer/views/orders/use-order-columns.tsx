import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderRow } from '../../../preload/contract/order-views.ts'
import type { OrderSort } from '../../../preload/contract/orders.ts'
import type { TableColumn } from '../../components/data-table.tsx'
import { StatusWord } from '../../components/status-icon.tsx'
import { Tag } from '../../components/tag.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { useApp } from '../../stores/use-app.ts'
import { NextStep } from './next-step.tsx'

/** The wide list. What it can do without gives way first: updated, items, shop number, delivery mode. */
export const useOrderColumns = (): readonly TableColumn<OrderRow>[] => {
  const { t } = useTranslation()
  const format = useFormat()
  const { ticked, toggleTick, tickShown, sort, direction, select } = useApp((state) => ({
    ticked: state.ticked,
    toggleTick: state.toggleTick,
    tickShown: state.tickShown,
    sort: state.selection.sort,
    direction: state.selection.direction,
    select: state.select,
  }))
  return useMemo(() => {
    const sortedBy = (by: OrderSort): TableColumn<OrderRow>['sort'] & object => ({
      direction: sort === by ? direction : null,
      onSort: () =>
        void select({ sort: by, direction: sort === by && direction === 'ascending' ? 'descending' : 'ascending' }),
    })
    return [
      {
        id: 'tick',
        head: <TickBox label={t('orders.tickAll')} checked={ticked.size > 0} onTick={tickShown} />,
        track: '1.25rem',
        cell: (row) => (
          <TickBox
            label={t('orders.tick', { reference: row.reference })}
            checked={ticked.has(row.id)}
            tabIndex={-1}
            onTick={() => toggleTick(row.id)}
          />
        ),
      },
      {
        id: 'status',
        head: t('orders.columnsOf.status'),
        track: '8.75rem',
        sort: sortedBy('status'),
        cell: (row) => <StatusWord status={row.status} />,
      },
      {
        id: 'reference',
        head: t('orders.columnsOf.reference'),
        track: 'minmax(6rem, auto)',
        sort: sortedBy('reference'),
        cell: (row) => (
          <span className="line">
            <span className="number">{row.reference}</span>
            {row.practice && <Tag tone="blue">{t('app.practice')}</Tag>}
          </span>
        ),
      },
      {
        id: 'shop',
        head: t('orders.columnsOf.shop'),
        track: '5.5rem',
        from: 960,
        sort: sortedBy('shop-number'),
        cell: (row) => <span className="number second">{row.backOfficeNumber ?? '–'}</span>,
      },
      {
        id: 'buyer',
        head: t('orders.columnsOf.buyer'),
        track: 'minmax(7rem, 1.1fr)',
        cell: (row) => <span title={row.buyerName ?? undefined}>{row.buyerName ?? t('orders.erased')}</span>,
      },
      {
        id: 'items',
        head: t('orders.columnsOf.items'),
        track: '3rem',
        align: 'end',
        from: 1020,
        cell: (row) => format.number(row.units),
      },
      {
        id: 'mode',
        head: t('orders.columnsOf.mode'),
        track: 'minmax(6rem, 1fr)',
        from: 880,
        sort: sortedBy('mode'),
        cell: (row) => (
          <span className="second" title={row.deliveryMode}>
            {row.deliveryMode}
          </span>
        ),
      },
      {
        id: 'total',
        head: t('orders.columnsOf.total'),
        track: '5.5rem',
        align: 'end',
        cell: (row) => format.money(row.totalCents, row.currency),
      },
      {
        id: 'next',
        head: t('orders.columnsOf.next'),
        track: 'minmax(11rem, 1.6fr)',
        sort: sortedBy('deadline'),
        cell: (row) => <NextStep row={row} />,
      },
      {
        id: 'updated',
        head: t('orders.columnsOf.updated'),
        track: '6.5rem',
        align: 'end',
        from: 1100,
        sort: sortedBy('changed'),
        cell: (row) => <span className="third">{format.when(row.changedAt)}</span>,
      },
    ]
  }, [t, format, ticked, toggleTick, tickShown, sort, direction, select])
}
