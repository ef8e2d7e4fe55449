import {
  columnVisibilityFeature,
  createColumnHelper,
  type RowData,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Glyph } from './glyph.tsx'
import { Rows, type RowsProps } from './rows.tsx'
import { useWidth } from './use-width.ts'
import './data-table.css'

export interface TableColumn<R> {
  readonly id: string
  readonly head: ReactNode
  /** A track of the grid: `7rem`, `minmax(8rem, 1fr)`. */
  readonly track: string
  readonly cell: (row: R, index: number) => ReactNode
  readonly align?: 'end'
  /** Shown only from this width of the table on, in pixels. */
  readonly from?: number
  readonly sort?: { readonly direction: 'ascending' | 'descending' | null; readonly onSort: () => void }
}

type DataTableProps<R> = Omit<RowsProps, 'row' | 'head' | 'above'> & {
  columns: readonly TableColumn<R>[]
  /** Undefined: not read yet. */
  at: (index: number) => R | undefined
}

const features = tableFeatures({ columnVisibilityFeature })

interface Placed<R> {
  readonly index: number
  readonly row: R
}

/** A virtual table: columns give way by width, rows are read as they come on screen. */
export function DataTable<R extends RowData>({ columns, at, onShown, ...rows }: DataTableProps<R>) {
  const { t } = useTranslation()
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const [range, setRange] = useState({ first: 0, last: 0 })
  const shown = useCallback(
    (first: number, last: number) => {
      setRange((known) => (known.first === first && known.last === last ? known : { first, last }))
      onShown(first, last)
    },
    [onShown],
  )

  const data = Array.from({ length: range.last - range.first + 1 }, (_, offset) => range.first + offset).flatMap(
    (index): Placed<R>[] => {
      const row = at(index)
      return row === undefined ? [] : [{ index, row }]
    },
  )
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Placed<R>>()
    return helper.columns(
      columns.map((column) =>
        helper.display({
          id: column.id,
          header: () => column.head,
          cell: ({ row }) => column.cell(row.original.row, row.original.index),
        }),
      ),
    )
  }, [columns])
  const columnVisibility = Object.fromEntries(columns.map(({ id, from }) => [id, width >= (from ?? 0)]))
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: ({ index }) => String(index),
    state: { columnVisibility },
  })
  const visible = columns.filter(({ id }) => columnVisibility[id])
  const gridTemplateColumns = visible.map(({ track }) => track).join(' ')
  const [group] = table.getHeaderGroups()

  return (
    <div className="data-table" ref={frame}>
      <Rows
        {...rows}
        onShown={shown}
        head={
          <div className="table-head" role="row" style={{ gridTemplateColumns }}>
            {group?.headers.map((header) => {
              const column = visible.find(({ id }) => id === header.id)
              return (
                <div
                  key={header.id}
                  role="columnheader"
                  className={column?.align === 'end' ? 'table-cell end' : 'table-cell'}
                  aria-sort={column?.sort?.direction ?? undefined}
                >
                  {column?.sort ? (
                    <button type="button" className="sort" onClick={column.sort.onSort}>
                      <table.FlexRender header={header} />
                      {column.sort.direction && (
                        <Glyph of={column.sort.direction === 'ascending' ? ArrowUp : ArrowDown} size={14} />
                      )}
                    </button>
                  ) : (
                    <table.FlexRender header={header} />
                  )}
                </div>
              )
            })}
          </div>
        }
        row={(index) => {
          const known = table.getRowModel().rows.find(({ id }) => id === String(index))
          if (known === undefined)
            return (
              <div role="gridcell" className="table-cell third row-unread">
                {t('orders.loadingRow')}
              </div>
            )
          return (
            <div className="table-row" role="presentation" style={{ gridTemplateColumns }}>
              {known.getVisibleCells().map((cell) => (
                <div
                  key={cell.id}
                  role="gridcell"
                  className={
                    visible.find(({ id }) => id === cell.column.id)?.align === 'end'
                      ? 'table-cell end number'
                      : 'table-cell'
                  }
                >
                  <table.FlexRender cell={cell} />
                </div>
              ))}
            </div>
          )
        }}
      />
    </div>
  )
}
