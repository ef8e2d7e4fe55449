import { Check } from 'lucide-react'
import { type ReactNode, useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Bars } from '../../components/empty-state.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { GridCell } from '../../components/grid-parts.tsx'
import { inPixels } from '../../components/in-pixels.ts'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { Rows, type RowsProps } from '../../components/rows.tsx'
import { useTableRows } from '../../components/use-table-rows.tsx'
import { useWidth } from '../../components/use-width.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { dueGroup } from '../../stores/due-group.ts'
import { orderAt } from '../../stores/orders-slice.ts'
import { useApp, useAppStore } from '../../stores/use-app.ts'
import { GroupHead } from './group-head.tsx'
import { ListFoot } from './list-foot.tsx'
import { NoOrders } from './no-orders.tsx'
import { OrderLine } from './order-line.tsx'
import { useOrderColumns } from './use-order-columns.tsx'

/** Below it, and beside the panel, an order is a line of two or three, not a row of a table. */
const TABLE_FROM = 720
const CARDS_BELOW = 512

export function OrdersList() {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const state = useApp((all) => ({
    tab: all.selection.tab,
    total: all.ordersTotal,
    problem: all.ordersProblem,
    orderPages: all.orderPages,
    selection: all.selection,
    cursor: all.cursor,
    ticked: all.ticked,
    openOrderId: all.openOrderId,
    compact: all.settings?.density === 'compact',
    singleKeys: all.settings?.singleKeys !== false,
  }))
  const { showOrders, moveCursor, openOrder, toggleTick, tickRange, tickShown } = useAppStore().getState()
  const columns = useOrderColumns()
  const at = useCallback((index: number) => orderAt(state, index), [state])
  const onShown = useCallback((first: number, last: number) => void showOrders(first, last), [showOrders])
  const above = (index: number): ReactNode => {
    const row = state.tab === 'todo' ? at(index) : undefined
    if (row === undefined) return null
    const group = dueGroup(row, Date.now())
    const before = at(index - 1)
    return before !== undefined && dueGroup(before, Date.now()) === group ? null : <GroupHead group={group} />
  }
  const table = useTableRows({ columns, at, width, onShown })
  const { compact } = state
  // The same rows either way, so that the focus stays on one of them when the panel opens.
  const isTable = state.tab !== 'todo' && width >= TABLE_FROM

  const rows = {
    label: t('orders.list', { tab: t(`tabs.${state.tab}`) }),
    count: state.total ?? 0,
    cursor: state.cursor,
    singleKeys: state.singleKeys,
    selected: (index) => {
      const row = at(index)
      return row !== undefined && (row.id === state.openOrderId || state.ticked.has(row.id))
    },
    onCursor: moveCursor,
    onOpen: (index) => {
      const row = at(index)
      if (row !== undefined) void openOrder(row.id)
    },
    onTick: (index) => {
      const row = at(index)
      if (row !== undefined) toggleTick(row.id)
    },
    onTickRange: tickRange,
    onTickAll: tickShown,
  } satisfies Partial<RowsProps>

  const line = (index: number): ReactNode => {
    const row = at(index)
    return row === undefined ? (
      <GridCell className="row-unread third">{t('orders.loadingRow')}</GridCell>
    ) : (
      <OrderLine row={row} />
    )
  }

  return (
    <div className="data-table" ref={frame}>
      {state.problem !== null && <ProblemStrip>{state.problem.message}</ProblemStrip>}
      {state.total === null ? (
        state.problem === null && <Bars label={t('orders.loading')} count={12} />
      ) : state.total === 0 ? (
        <NoOrders />
      ) : (
        <Rows
          {...rows}
          {...(isTable ? table : { row: line, onShown })}
          rowHeight={inPixels(isTable ? (compact ? 2 : 2.5) : width < CARDS_BELOW ? 5 : compact ? 3 : 3.5)}
          above={above}
          after={state.tab === 'todo' && <TheOthers />}
        />
      )}
      {state.total !== null && state.total > 0 && <ListFoot />}
    </div>
  )
}

/** The last line of *To do*. */
function TheOthers() {
  const { t } = useTranslation()
  const format = useFormat()
  const others = useApp(({ orderCounts }) => (orderCounts === null ? 0 : orderCounts.all - orderCounts.todo))
  if (others <= 0) return null
  return (
    <p className="list-done">
      <Glyph of={Check} ink="ink-green" />
      {t('orders.otherNeedNothing', { count: others, n: format.number(others) })}
    </p>
  )
}
