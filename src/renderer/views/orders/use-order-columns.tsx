import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { OrderRow } from '../../../preload/contract/order-views.ts'
import type { OrderSort } from '../../../preload/contract/orders.ts'
import { PracticeSign } from '../../components/practice-sign.tsx'
import { StatusWord } from '../../components/status-icon.tsx'
import type { TableColumn } from '../../components/table-columns.ts'
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
        rem: 1.25,
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
        rem: 9,
        sort: sortedBy('status'),
        cell: (row) => <StatusWord status={row.status} />,
      },
      {
        id: 'reference',
        head: t('orders.columnsOf.reference'),
        rem: 6.75,
        sort: sortedBy('reference'),
        cell: (row) => (
          <span className="line">
            <span className="number">{row.reference}</span>
            {row.practice && <PracticeSign />}
          </span>
        ),
      },
      {
        id: 'shop',
        head: t('orders.columnsOf.shop'),
        rem: 5.5,
        givesWay: 3,
        sort: sortedBy('shop-number'),
        cell: (row) => <span className="number second">{row.backOfficeNumber ?? '–'}</span>,
      },
      {
        id: 'buyer',
        head: t('orders.columnsOf.buyer'),
        rem: 6.5,
        grow: 1,
        sort: sortedBy('buyer'),
        cell: (row) => <span title={row.buyerName ?? undefined}>{row.buyerName ?? t('orders.erased')}</span>,
      },
      {
        id: 'items',
        head: t('orders.columnsOf.items'),
        rem: 3.5,
        align: 'end',
        givesWay: 2,
        sort: sortedBy('items'),
        cell: (row) => format.number(row.units),
      },
      {
        id: 'mode',
        head: t('orders.columnsOf.mode'),
        rem: 5.5,
        grow: 1,
        givesWay: 4,
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
        rem: 5.25,
        align: 'end',
        sort: sortedBy('total'),
        cell: (row) => format.money(row.totalCents, row.currency),
      },
      {
        id: 'next',
        head: t('orders.columnsOf.next'),
        rem: 15.5,
        grow: 2.2,
        sort: sortedBy('deadline'),
        cell: (row) => <NextStep row={row} />,
      },
      {
        id: 'updated',
        head: t('orders.columnsOf.updated'),
        rem: 5.5,
        align: 'end',
        givesWay: 1,
        sort: sortedBy('changed'),
        cell: (row) => <span className="third">{format.brief(row.changedAt)}</span>,
      },
    ]
  }, [t, format, ticked, toggleTick, tickShown, sort, direction, select])
}
