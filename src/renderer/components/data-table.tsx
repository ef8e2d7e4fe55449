import type { RowData } from '@tanstack/react-table'
import { useRef } from 'react'
import { Rows, type RowsProps } from './rows.tsx'
import type { TableColumn } from './table-columns.ts'
import { useTableRows } from './use-table-rows.tsx'
import { useWidth } from './use-width.ts'

type DataTableProps<R> = Omit<RowsProps, 'row' | 'head' | 'above'> & {
  columns: readonly TableColumn<R>[]
  /** Undefined: not read yet. */
  at: (index: number) => R | undefined
}

/** A virtual table that fills its frame. */
export function DataTable<R extends RowData>({ columns, at, onShown, ...rows }: DataTableProps<R>) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const table = useTableRows({ columns, at, width, onShown })
  return (
    <div className="data-table" ref={frame}>
      <Rows {...rows} {...table} />
    </div>
  )
}
