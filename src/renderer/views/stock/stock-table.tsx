import { Boxes, Check, Clock, SkipForward, Undo2 } from 'lucide-react'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import type { StockFilter, StockOverview, StockRow } from '../../../preload/contract/stock.ts'
import { DataTable } from '../../components/data-table.tsx'
import { Bars, EmptyState } from '../../components/empty-state.tsx'
import { TextField } from '../../components/field.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { inPixels } from '../../components/in-pixels.ts'
import { Segments } from '../../components/segments.tsx'
import { NeedsYouIcon } from '../../components/status-icon.tsx'
import type { TableColumn } from '../../components/table-columns.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { stockAt } from '../../stores/stock-slice.ts'
import { useApp } from '../../stores/use-app.ts'

const FILTERS = ['all', 'different', 'pending', 'sent', 'error', 'skipped'] as const satisfies readonly StockFilter[]
const PAUSE_MS = 180

/** Every SKU: in the shop, in orders, at Rakuten, and what became of its last quantity. */
export function StockTable({ connection, overview }: { connection: ConnectionView; overview: StockOverview | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const [cursor, setCursor] = useState(0)
  const { filter, search, total, stockPages, selectStock, showStock, singleKeys, compact } = useApp((state) => ({
    filter: state.stockFilter,
    search: state.stockSearch,
    total: state.stockTotal,
    stockPages: state.stockPages,
    selectStock: state.selectStock,
    showStock: state.showStock,
    singleKeys: state.settings?.singleKeys !== false,
    compact: state.settings?.density === 'compact',
  }))
  const { id } = connection
  useEffect(() => {
    if (typed.trim() === search) return
    const timer = setTimeout(() => void selectStock(id, { search: typed.trim() }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, search, id, selectStock])
  const at = useCallback((index: number) => stockAt({ stockPages }, index), [stockPages])
  const onShown = useCallback((first: number, last: number) => void showStock(id, first, last), [id, showStock])
  const columns = useStockColumns()

  return (
    <>
      <div className="stock-filter">
        <Segments
          label={t('stock.filter')}
          value={FILTERS.find((one) => one === filter) ?? 'all'}
          segments={FILTERS.map((one) => ({
            value: one,
            label: (
              <>
                {t(`stock.filters.${one}`)}
                <span className="count">{overview === null ? '' : format.number(overview.counts[one])}</span>
              </>
            ),
          }))}
          onValue={(next) => void selectStock(id, { filter: next })}
        />
        <TextField
          labelUnseen
          label={t('stock.search')}
          placeholder={t('stock.search')}
          data-search
          value={typed}
          onValue={setTyped}
        />
      </div>
      {total === null ? (
        <Bars label={t('stock.loading')} />
      ) : total === 0 ? (
        <EmptyState icon={Boxes} title={t(filter === 'all' && search === '' ? 'stock.empty' : 'stock.nothing')}>
          {t(filter === 'all' && search === '' ? 'stock.emptyBody' : 'stock.nothingBody')}
        </EmptyState>
      ) : (
        <DataTable
          label={t('stock.table', { connection: connection.label })}
          columns={columns}
          at={at}
          count={total}
          rowHeight={inPixels(compact ? 2 : 2.5)}
          cursor={cursor}
          onCursor={setCursor}
          onShown={onShown}
          singleKeys={singleKeys}
        />
      )}
    </>
  )
}

const useStockColumns = (): readonly TableColumn<StockRow>[] => {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(() => {
    const orDash = (value: number | null): ReactNode => (value === null ? '–' : format.number(value))
    return [
      {
        id: 'sku',
        head: t('stock.sku'),
        rem: 9,
        grow: 1,
        cell: ({ sku }) => (
          <span className="mono" title={sku}>
            {sku}
          </span>
        ),
      },
      {
        id: 'title',
        head: t('stock.product'),
        rem: 8,
        grow: 1.6,
        givesWay: 1,
        cell: ({ title }) => (
          <span className="second" title={title}>
            {title}
          </span>
        ),
      },
      {
        id: 'available',
        head: t('stock.inShop'),
        rem: 4.5,
        align: 'end',
        cell: ({ available }) => orDash(available),
      },
      {
        id: 'in-orders',
        head: t('stock.inOrders'),
        rem: 4.5,
        givesWay: 2,
        align: 'end',
        cell: ({ inOrders }) => <span className={inOrders === 0 ? 'third' : undefined}>{inOrders}</span>,
      },
      {
        id: 'at-rakuten',
        head: t('stock.atRakuten'),
        rem: 6,
        align: 'end',
        cell: ({ lastSent, atRakuten, offered }) => {
          const told = lastSent ?? atRakuten
          if (offered === null || offered === told) return orDash(told)
          return (
            <span className="stock-change">
              <span className="third">{told ?? '–'} →</span> <b>{offered}</b>
            </span>
          )
        },
      },
      {
        id: 'state',
        head: t('stock.stateColumn'),
        rem: 10,
        grow: 1.6,
        cell: ({ state, message, sentAt }) => (
          <span className="next-step" title={message}>
            <StateIcon state={state} />
            <span className={state === 'unchanged' ? 'second' : undefined}>{t(`stock.state.${state}`)}</span>
            <span className="second shortened">
              {message !== '' ? message : sentAt === null || state === 'unchanged' ? '' : format.when(sentAt)}
            </span>
          </span>
        ),
      },
    ]
  }, [t, format])
}

function StateIcon({ state }: { state: StockRow['state'] }) {
  switch (state) {
    case 'unchanged':
      return null
    case 'pending':
      return <Glyph of={Clock} ink="ink-amber" />
    case 'sent':
      return <Glyph of={Check} ink="ink-green" />
    case 'superseded':
      return <Glyph of={Undo2} ink="ink-grey" />
    case 'skipped':
      return <Glyph of={SkipForward} ink="ink-grey" />
    case 'error':
      return <NeedsYouIcon />
  }
}
