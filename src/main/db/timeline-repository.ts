import { ACTORS, TIMELINE_EVENTS, type TimelineDetail, type TimelineEntry } from '../domain/timeline.ts'
import { fromJson, oneOf, toJson } from './json-column.ts'
import type { Database } from './open-database.ts'

export type TimelineRepository = ReturnType<typeof createTimelineRepository>

interface TimelineRecord {
  readonly id: number
  readonly at: string
  readonly actor: string
  readonly what: string
  readonly detail: string
  readonly times: number
  readonly lastAt: string
}

/** How far back an equal call is looked for: more than one try of an order ever makes. */
const CALLS_OF_A_TRY = 20

const COLUMNS = 'id, at, actor, what, detail, times, last_at AS lastAt'

export function createTimelineRepository(db: Database) {
  const insert = db.prepare<[number, string, string, string, string, string]>(
    'INSERT INTO timeline (order_id, at, actor, what, detail, times, last_at) VALUES (?, ?, ?, ?, ?, 1, ?)',
  )
  const select = db.prepare<[number], TimelineRecord>(`SELECT ${COLUMNS} FROM timeline WHERE order_id = ? ORDER BY id`)
  const selectLatest = db.prepare<[number, number], TimelineRecord>(
    `SELECT ${COLUMNS} FROM timeline WHERE order_id = ? ORDER BY id DESC LIMIT ?`,
  )
  const fold = db.prepare<[string, number]>('UPDATE timeline SET times = times + 1, last_at = ? WHERE id = ?')

  /** The same call with the same answer, since anything but calls last happened: an order that fails for days stays small. */
  const sameCall = (orderId: number, { actor, detail }: TimelineEntry): TimelineRecord | undefined => {
    const text = essence(detail)
    const latest = selectLatest.all(orderId, CALLS_OF_A_TRY)
    const other = latest.findIndex(({ what }) => what !== 'call')
    const calls = other === -1 ? latest : latest.slice(0, other)
    return calls.find((call) => call.actor === actor && essence(fromJson(call.detail)) === text)
  }

  const add = (orderId: number, entry: TimelineEntry): void => {
    const known = entry.what === 'call' ? sameCall(orderId, entry) : undefined
    if (known !== undefined) fold.run(entry.at, known.id)
    else insert.run(orderId, entry.at, entry.actor, entry.what, toJson(entry.detail), entry.at)
  }
  const addAll = db.transaction((orderId: number, entries: readonly TimelineEntry[]) => {
    for (const entry of entries) add(orderId, entry)
  })

  return {
    add,
    addMany: (orderId: number, entries: readonly TimelineEntry[]): void => addAll.immediate(orderId, entries),
    /** Oldest first. A call that was repeated stands once, at its first time, with `times` and `lastAt` in its detail. */
    of: (orderId: number): readonly TimelineEntry[] => select.all(orderId).map(toEntry),
  }
}

/** What makes a call the same as another; how long it took does not. */
const essence = (detail: TimelineDetail): string => toJson({ ...detail, durationMs: null })

const toEntry = ({ at, actor, what, detail, times, lastAt }: TimelineRecord): TimelineEntry => {
  const told = fromJson<TimelineDetail>(detail)
  return {
    at,
    actor: oneOf(ACTORS, actor),
    what: oneOf(TIMELINE_EVENTS, what),
    detail: times === 1 ? told : { ...told, times, lastAt },
  }
}
