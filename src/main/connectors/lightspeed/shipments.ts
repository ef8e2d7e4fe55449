import type { OfficeProgress, OrderKey } from '../sockets/back-office.ts'
import type { Desk } from './desk.ts'
import { LINES_AFRESH_AT_ONCE, LINES_AFRESH_HOURS, MOST_STRAYS, SWEEP_DAYS } from './facts.ts'
import { keptLines, readLines, toSocketLines } from './order-lines.ts'
import { createdAt, readOrder } from './orders.ts'
import { parcelsOf } from './parcels.ts'
import type { OrderState } from './schemas.ts'
import { stateOf } from './states.ts'
import { readStanding, type Standing, sweep } from './sweep.ts'

/** How orders get on: those of the last weeks in one sweep, the few that are older one by one. */
export const readShipments = async (
  desk: Desk,
  keys: readonly OrderKey[],
): Promise<ReadonlyMap<string, OfficeProgress>> => {
  if (keys.length === 0) return new Map()
  const standings = await readStandings(
    desk,
    keys.map(({ backOfficeRef }) => backOfficeRef),
  )
  const linesOf = createLineReader(desk)
  const progress = new Map<string, OfficeProgress>()
  for (const { backOfficeRef } of keys) {
    const standing = standings.get(Number(backOfficeRef))
    progress.set(backOfficeRef, standing === undefined ? GONE : await progressOf(desk, standing, linesOf))
  }
  return progress
}

const GONE: OfficeProgress = { state: 'gone', parcels: [], lines: null }

const readStandings = async (desk: Desk, refs: readonly string[]): Promise<ReadonlyMap<number, Standing>> => {
  const made = await Promise.all(refs.map(async (ref) => ({ id: Number(ref), at: await madeAt(desk, ref) })))
  const there = made.flatMap(({ id, at }) => (at === null ? [] : [{ id, at }]))
  const from = desk.ports.clock.now() - SWEEP_DAYS * 86_400_000
  const old = there.filter(({ at }) => at < from)
  const strays = old.length > MOST_STRAYS ? [] : old
  const swept = there.filter((order) => !strays.includes(order))
  const standings = new Map<number, Standing>()
  for (const { id } of strays) {
    const standing = await readStanding(desk, id)
    if (standing !== null) standings.set(id, standing)
  }
  if (swept.length === 0) return standings
  const ids = new Set(swept.map(({ id }) => id))
  return new Map([...standings, ...(await sweep(desk, ids, Math.min(...swept.map(({ at }) => at))))])
}

/** Null: there is no such order. One that we have never read (our notes of it are lost) is read once for it. */
const madeAt = async (desk: Desk, ref: string): Promise<number | null> => {
  const known = createdAt(desk.ports, ref) ?? (await readOrder(desk, Number(ref)))?.createdAt
  return known === undefined ? null : Date.parse(known)
}

type LineReader = (order: OrderState) => Promise<OfficeProgress['lines']>

const progressOf = async (desk: Desk, { order, shipments }: Standing, linesOf: LineReader): Promise<OfficeProgress> => {
  const state = stateOf(order, desk.settings)
  // Nothing of it will leave any more, so that nobody asks what is in it.
  if (state === 'cancelled') return { state, parcels: [], lines: null }
  const lines = await linesOf(order)
  return { state, parcels: await parcelsOf(desk, order, shipments), lines }
}

/**
 * The lines of an order are a call of their own, made when the order has changed since; and for some orders of each cycle though they have
 * not, because nothing says that a credit always dates an order anew.
 */
const createLineReader = (desk: Desk): LineReader => {
  const { records, clock } = desk.ports
  let afresh = LINES_AFRESH_AT_ONCE
  return async (order) => {
    const kept = keptLines(records, desk.settings.source, order.id)
    const isSame = kept !== null && kept.updatedAt === order.updatedAt
    const isOld = isSame && clock.now() - kept.readAt > LINES_AFRESH_HOURS * 3_600_000
    if (isSame && !(isOld && afresh > 0)) return toSocketLines(kept.lines)
    if (isOld) afresh -= 1
    return toSocketLines(await readLines(desk, order))
  }
}
