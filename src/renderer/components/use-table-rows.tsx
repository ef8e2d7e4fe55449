import {
  columnVisibilityFeature,
  createColumnHelper,
  type RowData,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Glyph } from './glyph.tsx'
import { ColumnHead, GridCell, GridRow } from './grid-parts.tsx'
import { inPixels } from './in-pixels.ts'
import type { RowsProps } from './rows.tsx'
import { columnsThatFit, type TableColumn, tracksOf } from './table-columns.ts'
import './data-table.css'

const features = tableFeatures({ columnVisibilityFeature })

/** Only heads come from the table's model: a list of 100,000 is never in it. */
const NO_ROWS: never[] = []

interface TableRowsOptions<R> {
  readonly columns: readonly TableColumn<R>[]
  /** Undefined: not read yet. */
  readonly at: (index: number) => R | undefined
  /** Of the table, in pixels. */
  readonly width: number
  readonly onShown: RowsProps['onShown']
}

/** Heads and rows of a virtual table: columns give way by width. */
export const useTableRows = <R extends RowData>({
  columns,
  at,
  width,
  onShown,
}: TableRowsOptions<R>): Pick<RowsProps, 'head' | 'row' | 'onShown'> => {
  const { t } = useTranslation()
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, R>()
    return helper.columns(columns.map(({ id, head }) => helper.display({ id, header: () => head })))
  }, [columns])
  const fitting = useMemo(() => columnsThatFit(columns, width / inPixels(1)), [columns, width])
  const tracks = useMemo(() => tracksOf(fitting), [fitting])
  const columnVisibility = Object.fromEntries(columns.map(({ id }) => [id, fitting.some((one) => one.id === id)]))
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    state: { columnVisibility },
  })
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
    const known = at(index)
    if (known === undefined)
      return <GridCell className="table-cell third row-unread">{t('orders.loadingRow')}</GridCell>
    return <TableRow row={known} index={index} columns={fitting} tracks={tracks} />
  }
  return { head, row, onShown }
}

interface TableRowProps<R> {
  readonly row: R
  readonly index: number
  readonly columns: readonly TableColumn<R>[]
  readonly tracks: ReturnType<typeof tracksOf>
}

/** Drawn once for as long as its order stays the same: scrolling draws only the rows that come into sight. */
const TableRow = memo(function TableRow<R>({ row, index, columns, tracks }: TableRowProps<R>) {
  return (
    <div className="table-row" role="presentation" style={tracks}>
      {columns.map((column) => (
        <GridCell key={column.id} className={column.align === 'end' ? 'table-cell end number' : 'table-cell'}>
          {column.cell(row, index)}
        </GridCell>
      ))}
    </div>
  )
  // memo() forgets that the component is generic.
}) as <R>(props: TableRowProps<R>) => ReactNode
