import type { OrderKey } from '../sockets/back-office.ts'
import type { Values } from './canonical.ts'
import type { AskedOrders } from './http-asked.ts'
import type { Asked, HttpCalls } from './http-calls.ts'
import { findByRef } from './http-find.ts'
import { readPages } from './http-pages.ts'
import { missingOf, previewReading } from './http-preview.ts'
import { type Item, unreadable } from './item.ts'
import type { Office } from './office.ts'
import type { ReadOrders, Told } from './operations.ts'
import type { OrderThere } from './order-there.ts'
import { orderRows, unmappedState } from './preview-rows.ts'
import type { ReadByHttp } from './template.ts'
import { toOrdersThere } from './to-order-there.ts'

const NAME = 'read orders'

/** Reads orders as the template asks for them. One that an answer leaves out is gone only where the answer was about it alone. */
export const readByHttp = (
  office: Office,
  calls: HttpCalls,
  read: ReadByHttp,
  askedOrders: AskedOrders,
): ReadOrders => {
  const { template, ports } = office
  const source = { side: ports.side, what: `the answer to ${NAME}` }
  const understand = (items: readonly Item[]) => toOrdersThere(items, read.map, { source, words: template })

  const askedWith = (values: Values): Asked => {
    const { method, path, headers, send } = read
    return { name: NAME, method, path, headers, send, values, safe: true }
  }

  /** Null: there is no such order. */
  const listed = async (values: Values): Promise<readonly OrderThere[] | null> => {
    const answers = read.ask === 'byId' ? [read.absentStatus] : []
    const items = await readPages(office, calls, read, { ...askedWith(values), answers })
    return items === null ? null : understand(items)
  }

  /** A file may not have been taken in yet: an order that went out in one, and is not there, was not told of. */
  const absent = template.createOrder.kind === 'file' ? null : GONE

  const alone = async (key: OrderKey): Promise<Told | null> => {
    const found = await listed(valuesOf([key]))
    const told = found?.find((there) => isAbout(there, key))
    if (told !== undefined) return told
    // A search that answers with other orders did not understand what it was asked.
    if (found !== null && found.length > 0) throw unreadable(source, 'it tells of other orders than the one asked for')
    return absent
  }

  const aloneOnceAnHour = async (key: OrderKey): Promise<Told | null> => {
    const told = await alone(key)
    if (told !== null && 'gone' in told) askedOrders.gone(key)
    return told
  }

  const leftOut = async (
    key: OrderKey,
    batch: readonly OrderKey[],
    found: readonly OrderThere[],
  ): Promise<Told | null> => {
    if (absent === null || (batch.length === 1 && found.length === 0)) return absent
    // The answer may have been cut at a length that nobody told of.
    return askedOrders.wasGoneLately(key) ? GONE : aloneOnceAnHour(key)
  }

  const inBatches = async (keys: readonly OrderKey[]): Promise<ReadonlyMap<string, Told>> => {
    const told = new Map<string, Told>()
    for (let from = 0; from < keys.length; from += read.batch) {
      const batch = keys.slice(from, from + read.batch)
      const found = (await listed(valuesOf(batch))) ?? []
      for (const key of batch) {
        const its = found.find((one) => isAbout(one, key)) ?? (await leftOut(key, batch, found))
        if (its !== null) told.set(key.backOfficeRef, its)
      }
    }
    return told
  }

  const amongAll = async (keys: readonly OrderKey[]): Promise<ReadonlyMap<string, Told>> => {
    const found = (await listed({ ...valuesOf(keys), since: askedOrders.since(keys) })) ?? []
    const told = new Map<string, Told>()
    for (const key of keys) {
      const there = found.find((one) => isAbout(one, key)) ?? (await lookedUp(key))
      if (there !== null) told.set(key.backOfficeRef, there)
    }
    return told
  }

  /** A list says nothing of what it leaves out; a look-up does. */
  const lookedUp = async (key: OrderKey): Promise<Told | null> => {
    const { createOrder } = template
    if (createOrder.kind !== 'http' || createOrder.findByRef === undefined) return null
    const found = await findByRef(office, calls, createOrder.findByRef, key.reference)
    return found.find((there) => isAbout(there, key)) ?? GONE
  }

  return {
    async read(keys) {
      if (keys.length === 0) return new Map()
      if (read.ask === 'all') return amongAll(keys)
      if (read.ask === 'byIds') return inBatches(keys)
      const told = new Map<string, Told>()
      for (const key of keys) {
        const its = await alone(key)
        if (its !== null) told.set(key.backOfficeRef, its)
      }
      return told
    },
    async preview() {
      const title = 'State of orders'
      const key = askedOrders.latest()
      if (key === null && read.ask !== 'all') return { title, text: null, rows: null, problem: missingOf(office) }
      const keys = key === null ? [] : [key]
      return previewReading(office, calls, title, {
        list: read,
        asked: askedWith({ ...valuesOf(keys), since: askedOrders.since(keys) }),
        understand(items) {
          const orders = understand(items)
          return { rows: orderRows(orders, template), problem: unmappedState(orders, template) }
        },
      })
    },
  }
}

const GONE: Told = { gone: true, why: null }

/** An order that we know by our reference alone (it went out by file) bears their number all the same. */
const isAbout = ({ remoteId, ref }: OrderThere, { backOfficeRef, reference }: OrderKey): boolean =>
  remoteId === null || backOfficeRef === reference
    ? ref === reference || ref === backOfficeRef || remoteId === backOfficeRef
    : remoteId === backOfficeRef

const valuesOf = (keys: readonly OrderKey[]): Values => ({
  ids: keys.map(({ backOfficeRef }) => backOfficeRef),
  refs: keys.map(({ reference }) => reference),
  id: keys[0]?.backOfficeRef ?? '',
  ref: keys[0]?.reference ?? '',
})
