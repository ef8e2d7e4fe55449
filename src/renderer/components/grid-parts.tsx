// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed one by one are no table for a browser, and so say what they are
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the row takes the focus, one at a time
import type { ComponentProps } from 'react'

export function Grid(props: ComponentProps<'div'>) {
  return <div role="grid" {...props} />
}

export function GridRow(props: ComponentProps<'div'>) {
  return <div role="row" {...props} />
}

export function GridCell(props: ComponentProps<'div'>) {
  return <div role="gridcell" {...props} />
}

export function ColumnHead(props: ComponentProps<'div'>) {
  return <div role="columnheader" {...props} />
}
