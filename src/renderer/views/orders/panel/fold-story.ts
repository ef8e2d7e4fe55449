import type { TimelineEntryView } from '../../../../preload/contract/order-views.ts'

/** A run of equal events, told as one: "tried 6 times, 11:10 to 11:40". */
export interface FoldedEntry {
  readonly entry: TimelineEntryView
  readonly times: number
  readonly since: string
}

/** Newest first; neighbours that say the same are folded. */
export const foldStory = (timeline: readonly TimelineEntryView[]): readonly FoldedEntry[] =>
  runsOf(timeline.toReversed()).map((run) => ({ entry: run[0], times: run.length, since: (run.at(-1) ?? run[0]).at }))

type Run = [TimelineEntryView, ...TimelineEntryView[]]

const runsOf = (entries: readonly TimelineEntryView[]): readonly Run[] => {
  const runs: Run[] = []
  for (const entry of entries) {
    const run = runs.at(-1)
    if (run !== undefined && isSame(run[0], entry)) run.push(entry)
    else runs.push([entry])
  }
  return runs
}

const isSame = (one: TimelineEntryView, other: TimelineEntryView): boolean =>
  one.what === other.what && one.actor === other.actor && JSON.stringify(one.detail) === JSON.stringify(other.detail)
