import { Boxes } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConnectionView } from '../../../preload/contract/connection-views.ts'
import type { StockFilter, StockOverview } from '../../../preload/contract/stock.ts'
import { DataTable } from '../../components/data-table.tsx'
import { Bars, EmptyState } from '../../components/empty-state.tsx'
import { TextField } from '../../components/field.tsx'
import { inPixels } from '../../components/in-pixels.ts'
import { Segments } from '../../components/segments.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { stockAt } from '../../stores/stock-slice.ts'
import { useApp } from '../../stores/use-app.ts'
import { useStockColumns } from './use-stock-columns.tsx'

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
