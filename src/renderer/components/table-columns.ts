import type { ReactNode } from 'react'

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
export const tracksOf = (columns: readonly { readonly rem: number; readonly grow?: number }[]) => ({
  gridTemplateColumns: columns.map(({ rem, grow }) => (grow ? `minmax(${rem}rem, ${grow}fr)` : `${rem}rem`)).join(' '),
  minWidth: `${widthOf(columns)}rem`,
})
