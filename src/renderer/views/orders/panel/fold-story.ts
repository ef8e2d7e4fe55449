import type { TimelineEntryView } from '../../../../preload/contract/order-views.ts'

/** A run of equal events, told as one: "tried 6 times, 11:10 to 11:40". */
export interface FoldedEntry {
  readonly entry: TimelineEntryView
  readonly times: number
  readonly since: string
}

/** Newest first; neighbours that say the same are folded. */
export const foldStory = (timeline: readonly TimelineEntryView[]): readonly FoldedEntry[] =>
  timeline.toReversed().reduce<readonly FoldedEntry[]>((folded, entry) => {
    const last = folded.at(-1)
    return last !== undefined && isSame(last.entry, entry)
      ? [...folded.slice(0, -1), { entry: last.entry, times: last.times + 1, since: entry.at }]
      : [...folded, { entry, times: 1, since: entry.at }]
  }, [])

const isSame = (one: TimelineEntryView, other: TimelineEntryView): boolean =>
  one.what === other.what && one.actor === other.actor && JSON.stringify(one.detail) === JSON.stringify(other.detail)
