import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { Grid, GridRow } from './grid-parts.tsx'
import './rows.css'

export interface RowsProps {
  label: string
  /** Of the whole list; rows that were not read yet are quiet bars. */
  count: number
  /** In pixels, a head above the row not included. */
  rowHeight: number
  /** The row that Enter opens, and the one tab stop. */
  cursor: number
  selected?: (index: number) => boolean
  /** Column heads, inside the grid. */
  head?: ReactNode
  /** A head above the row, where a group begins. */
  above?: (index: number) => ReactNode
  row: (index: number) => ReactNode
  /** After the last row. */
  after?: ReactNode
  onCursor: (index: number) => void
  onOpen?: (index: number) => void
  onTick?: (index: number) => void
  onTickRange?: (from: number, to: number) => void
  onTickAll?: () => void
  /** Which rows are on screen. */
  onShown: (first: number, last: number) => void
  /** Letters move and tick too. */
  singleKeys: boolean
}

const HEAD = 34

/** A list that is one tab stop, however long: only what is on screen is rendered. */
export function Rows(props: RowsProps) {
  const { label, count, rowHeight, cursor, selected, head, above, row, after, onCursor, onShown } = props
  const scroller = useRef<HTMLDivElement>(null)
  /** The row that shall have the focus as soon as it is there. */
  const focusNext = useRef<number | null>(null)
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeight + (above?.(index) ? HEAD : 0),
    overscan: 8,
  })
  const shown = virtual.getVirtualItems()
  const first = shown.at(0)?.index ?? 0
  const last = shown.at(-1)?.index ?? 0

  useEffect(() => void onShown(first, last), [first, last, onShown])
  const heads = above === undefined ? '' : shown.map(({ index }) => (above(index) ? index : '')).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height, or with other heads, are measured anew
  useEffect(() => virtual.measure(), [rowHeight, heads, count, virtual])
  const bringInSight = (index: number): void => {
    // Places are forgotten when rows are measured anew, and computed when their sum is asked for.
    virtual.getTotalSize()
    virtual.scrollToIndex(index)
  }
  const height = useRef(rowHeight)
  useEffect(() => {
    if (height.current === rowHeight) return
    height.current = rowHeight
    // Rows of another height keep the one that was looked at in sight.
    bringInSight(cursor)
  })

  const moveTo = (index: number, range: boolean): void => {
    const to = Math.max(0, Math.min(index, count - 1))
    if (range) props.onTickRange?.(cursor, to)
    focusNext.current = to
    onCursor(to)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (!isRow(event.target) || event.altKey) return
    const done = act(event, props, moveTo)
    if (done) event.preventDefault()
  }

  // A row that is not there comes into being once the list has scrolled to it, so this is looked at after every rendering.
  useEffect(() => {
    const wanted = focusNext.current
    if (wanted === null) return
    const element = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted}"]`)
    if (!element) return bringInSight(wanted)
    focusNext.current = null
    element.focus()
  })

  return (
    <div className="rows" ref={scroller}>
      <Grid
        aria-label={label}
        aria-rowcount={count}
        aria-multiselectable={props.onTick !== undefined || undefined}
        onKeyDown={onKeyDown}
      >
        {head}
        <div className="rows-track" role="presentation" style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start, key }) => (
            <div key={key} className="rows-place" role="presentation" style={{ transform: `translateY(${start}px)` }}>
              {above?.(index)}
              <GridRow
                className="grid-row"
                data-row={index}
                aria-rowindex={index + 1}
                aria-selected={selected?.(index) ?? false}
                tabIndex={index === cursor ? 0 : -1}
                style={{ height: rowHeight }}
                onFocus={() => index === cursor || onCursor(index)}
                onClick={(event) => {
                  if (isControl(event.target)) return
                  onCursor(index)
                  props.onOpen?.(index)
                }}
              >
                {row(index)}
              </GridRow>
            </div>
          ))}
        </div>
      </Grid>
      {after}
    </div>
  )
}

const isRow = (target: EventTarget): boolean => target instanceof HTMLElement && target.dataset['row'] !== undefined
const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('button, a, input, select, label') !== null

const act = (
  { key, shiftKey, ctrlKey, metaKey }: KeyboardEvent,
  { cursor, count, rowHeight, singleKeys, onOpen, onTick, onTickAll }: RowsProps,
  moveTo: (index: number, range: boolean) => void,
): boolean => {
  const pressed = key.length === 1 ? key.toLowerCase() : key
  if (ctrlKey || metaKey) {
    if (pressed !== 'a' || onTickAll === undefined) return false
    onTickAll()
    return true
  }
  const letter = (wanted: string): boolean => singleKeys && pressed === wanted
  if (pressed === 'ArrowDown' || letter('j')) moveTo(cursor + 1, shiftKey)
  else if (pressed === 'ArrowUp' || letter('k')) moveTo(cursor - 1, shiftKey)
  else if (pressed === 'Home') moveTo(0, shiftKey)
  else if (pressed === 'End') moveTo(count - 1, shiftKey)
  else if (pressed === 'PageDown') moveTo(cursor + Math.max(1, Math.floor(400 / rowHeight)), shiftKey)
  else if (pressed === 'PageUp') moveTo(cursor - Math.max(1, Math.floor(400 / rowHeight)), shiftKey)
  else if (pressed === 'Enter' && onOpen !== undefined) onOpen(cursor)
  else if ((pressed === ' ' || letter('x')) && onTick !== undefined) onTick(cursor)
  else return false
  return true
}
