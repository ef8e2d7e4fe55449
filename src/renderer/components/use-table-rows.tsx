import {
  columnVisibilityFeature,
  createColumnHelper,
  type RowData,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Glyph } from './glyph.tsx'
import { ColumnHead, GridCell, GridRow } from './grid-parts.tsx'
import { inPixels } from './in-pixels.ts'
import type { RowsProps } from './rows.tsx'
import { columnsThatFit, type TableColumn, tracksOf } from './table-columns.ts'
import './data-table.css'

const features = tableFeatures({ columnVisibilityFeature })

interface Placed<R> {
  readonly index: number
  readonly row: R
}

interface TableRowsOptions<R> {
  readonly columns: readonly TableColumn<R>[]
  /** Undefined: not read yet. */
  readonly at: (index: number) => R | undefined
  /** Of the table, in pixels. */
  readonly width: number
  readonly onShown: RowsProps['onShown']
}

/** Heads and rows of a virtual table: columns give way by width, and only rows on screen are in the model. */
export const useTableRows = <R extends RowData>({
  columns,
  at,
  width,
  onShown,
}: TableRowsOptions<R>): Pick<RowsProps, 'head' | 'row' | 'onShown'> => {
  const { t } = useTranslation()
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
  const fitting = columnsThatFit(columns, width / inPixels(1))
  const columnVisibility = Object.fromEntries(columns.map(({ id }) => [id, fitting.some((one) => one.id === id)]))
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: ({ index }) => String(index),
    state: { columnVisibility },
  })
  const tracks = tracksOf(fitting)
  const [group] = table.getHeaderGroups()

  const head = (
    <GridRow className="table-head" style={tracks}>
      {group?.headers.map((header) => {
        const column = fitting.find(({ id }) => id === header.id)
        return (
          <ColumnHead
            key={header.id}
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
          </ColumnHead>
        )
      })}
    </GridRow>
  )
  const row = (index: number): ReactNode => {
    const known = table.getRowModel().rows.find(({ id }) => id === String(index))
    if (known === undefined)
      return <GridCell className="table-cell third row-unread">{t('orders.loadingRow')}</GridCell>
    return (
      <div className="table-row" role="presentation" style={tracks}>
        {known.getVisibleCells().map((cell) => (
          <GridCell
            key={cell.id}
            className={
              fitting.find(({ id }) => id === cell.column.id)?.align === 'end' ? 'table-cell end number' : 'table-cell'
            }
          >
            <table.FlexRender cell={cell} />
          </GridCell>
        ))}
      </div>
    )
  }
  return { head, row, onShown: shown }
}
