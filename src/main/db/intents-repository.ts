import { fromJson, oneOf, toJson } from './json-column.ts'
import type { Database } from './open-database.ts'

/** Acts that change something outside. */
export const ACTS = [
  'accept',
  'refuse',
  'place',
  'cancel-item',
  'cancel-order',
  'remove-units',
  'track',
  'offer-tracking',
  'message',
  'stock-file',
  'confirm-preorder',
  'test-order',
] as const
export type IntentAct = (typeof ACTS)[number]

/** `open`: asked or about to be, answer not written down yet. `unknown`: it may have happened. */
export const INTENT_STATES = ['open', 'done', 'not-done', 'unknown'] as const
export type IntentState = (typeof INTENT_STATES)[number]

export type IntentDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** What we were about to do, written down before it is done, so that a crash in between is a question and never a second try. */
export interface Intent {
  readonly id: number
  readonly connectionId: number
  readonly orderId: number | null
  readonly act: IntentAct
  /** What it is done to: an item id, a reference, a file. */
  readonly target: string
  readonly state: IntentState
  readonly openedAt: string
  readonly closedAt: string | null
  readonly detail: IntentDetail
}

export type NewIntent = Pick<Intent, 'connectionId' | 'orderId' | 'act' | 'target' | 'openedAt'> & {
  readonly detail?: IntentDetail
}

export type IntentsRepository = ReturnType<typeof createIntentsRepository>

type IntentRecord = Omit<Intent, 'act' | 'state' | 'detail'> & {
  readonly act: string
  readonly state: string
  readonly detail: string
}

const READ = `
  SELECT id, connection_id AS connectionId, order_id AS orderId, act, target, state, opened_at AS openedAt,
    closed_at AS closedAt, detail
  FROM intents`

export function createIntentsRepository(db: Database) {
  const insert = db.prepare<Omit<NewIntent, 'detail'> & { detail: string }>(`
    INSERT INTO intents (connection_id, order_id, act, target, state, opened_at, detail)
    VALUES (@connectionId, @orderId, @act, @target, 'open', @openedAt, @detail)`)
  const update = db.prepare<{ id: number; state: IntentState; at: string; detail: string }>(`
    UPDATE intents SET state = @state, closed_at = @at, detail = @detail WHERE id = @id`)
  const forget = db.prepare<Omit<NewIntent, 'detail'>>(`
    DELETE FROM intents WHERE order_id = @orderId AND act = @act AND target = @target AND state = 'not-done'`)
  const forgetOfConnection = db.prepare<Omit<NewIntent, 'detail'>>(`
    DELETE FROM intents WHERE connection_id = @connectionId AND order_id IS NULL AND act = @act AND state IN ('done', 'not-done')`)
  const selectById = db.prepare<[number], IntentRecord>(`${READ} WHERE id = ?`)
  const selectUnsettled = db.prepare<
    { connectionId: number; act: string | null; orderId: number | null },
    IntentRecord
  >(`
    ${READ} WHERE connection_id = @connectionId AND state IN ('open', 'unknown')
      AND (@act IS NULL OR act = @act) AND (@orderId IS NULL OR order_id = @orderId) ORDER BY id`)
  const selectLatest = db.prepare<{ orderId: number; act: string; target: string | null }, IntentRecord>(`
    ${READ} WHERE order_id = @orderId AND act = @act AND (@target IS NULL OR target = @target) ORDER BY id DESC LIMIT 1`)

  const get = (id: number): Intent => {
    const record = selectById.get(id)
    if (record === undefined) throw new Error(`There is no intent ${id}`)
    return toIntent(record)
  }

  const openOne = db.transaction(({ detail = {}, ...intent }: NewIntent): Intent => {
    // Tries that certainly did nothing say nothing to the next one: an order that is refused for days keeps one of them.
    if (intent.orderId === null) forgetOfConnection.run(intent)
    else forget.run(intent)
    const { lastInsertRowid } = insert.run({ ...intent, detail: toJson(detail) })
    return get(Number(lastInsertRowid))
  })

  return {
    /** On the disk when it returns (inside `together`: when that returns). The call comes after, never before. */
    open: (intent: NewIntent): Intent => openOne.immediate(intent),
    /** What became of it; `detail` is laid over what was written when it was opened. */
    close: (id: number, state: Exclude<IntentState, 'open'>, at: string, detail: IntentDetail = {}): Intent => {
      update.run({ id, state, at, detail: toJson({ ...get(id).detail, ...detail }) })
      return get(id)
    },
    /** Open or unknown, oldest first. */
    unsettled: (connectionId: number, act?: IntentAct, orderId?: number): readonly Intent[] =>
      selectUnsettled.all({ connectionId, act: act ?? null, orderId: orderId ?? null }).map(toIntent),
    latest: (orderId: number, act: IntentAct, target?: string): Intent | null => {
      const record = selectLatest.get({ orderId, act, target: target ?? null })
      return record === undefined ? null : toIntent(record)
    },
  }
}

const toIntent = (record: IntentRecord): Intent => ({
  ...record,
  act: oneOf(ACTS, record.act),
  state: oneOf(INTENT_STATES, record.state),
  detail: fromJson<IntentDetail>(record.detail),
})
