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
import { ColumnHead, GridCell, GridRow } from './grid-parts.tsx'
import { inPixels } from './in-pixels.ts'
import { Rows, type RowsProps } from './rows.tsx'
import { useWidth } from './use-width.ts'
import './data-table.css'

export interface TableColumn<R> {
  readonly id: string
  readonly head: ReactNode
  /** Narrowest, in rem; what is left goes to the columns that grow, in these shares. */
  readonly rem: number
  readonly grow?: number
  readonly cell: (row: R, index: number) => ReactNode
  readonly align?: 'end'
  /** Where there is no room for all columns, those with a number give way, 1 first. */
  readonly givesWay?: number
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

  return (
    <div className="data-table" ref={frame}>
      <Rows
        {...rows}
        onShown={shown}
        head={
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
        }
        row={(index) => {
          const known = table.getRowModel().rows.find(({ id }) => id === String(index))
          if (known === undefined)
            return <GridCell className="table-cell third row-unread">{t('orders.loadingRow')}</GridCell>
          return (
            <div className="table-row" role="presentation" style={tracks}>
              {known.getVisibleCells().map((cell) => (
                <GridCell
                  key={cell.id}
                  className={
                    fitting.find(({ id }) => id === cell.column.id)?.align === 'end'
                      ? 'table-cell end number'
                      : 'table-cell'
                  }
                >
                  <table.FlexRender cell={cell} />
                </GridCell>
              ))}
            </div>
          )
        }}
      />
    </div>
  )
}

const GAP_REM = 0.75
const PADDING_REM = 3

const widthOf = (columns: readonly { readonly rem: number }[]): number =>
  columns.reduce((sum, { rem }) => sum + rem + GAP_REM, PADDING_REM - GAP_REM)

/** All columns, or what is left of them once enough have given way. */
export const columnsThatFit = <C extends { readonly rem: number; readonly givesWay?: number }>(
  columns: readonly C[],
  rem: number,
): readonly C[] => {
  const [next] = columns
    .filter(({ givesWay }) => givesWay !== undefined)
    .sort((one, other) => (one.givesWay ?? 0) - (other.givesWay ?? 0))
  return next === undefined || widthOf(columns) <= rem
    ? columns
    : columnsThatFit(
        columns.filter((column) => column !== next),
        rem,
      )
}

/** Heads and rows are grids of their own, so their tracks must not depend on what is in them. */
const tracksOf = (columns: readonly { readonly rem: number; readonly grow?: number }[]) => ({
  gridTemplateColumns: columns.map(({ rem, grow }) => (grow ? `minmax(${rem}rem, ${grow}fr)` : `${rem}rem`)).join(' '),
  minWidth: `${widthOf(columns)}rem`,
})
