import type { TimelineEntryView } from '../../preload/contract/order-views.ts'
import { localTime, table } from './table.ts'

/** A call in one line; its whole answer is in the JSON. */
const CALL = ['name', 'status', 'fault', 'attempt'] as const

const worthShowing = (value: unknown): boolean => value !== null && value !== ''

const oneLine = ({ what, detail }: TimelineEntryView): string => {
  const entries = Object.entries(detail).filter(([, value]) => worthShowing(value))
  const shown = what === 'call' ? entries.filter(([name]) => CALL.some((kept) => kept === name)) : entries
  return shown.map(([name, value]) => `${name}: ${String(value).replace(/\s+/g, ' ')}`).join(', ')
}

/** Everything that happened to an order, oldest first. */
export const timelineText = (timeline: readonly TimelineEntryView[]): string =>
  table(
    ['At', 'Who', 'What', 'Detail'],
    timeline.map((entry) => [localTime(entry.at), entry.actor, entry.what, oneLine(entry) || ' ']),
  )
