import { createHash } from 'node:crypto'
import { Fault, isFault } from '../../domain/fault.ts'
import { inDoubt } from '../http/in-doubt.ts'
import type { OfficeOrder, OrderKey, OrderToPlace, PlacedOrder } from '../sockets/back-office.ts'
import type { HttpAnswer } from '../sockets/ports.ts'
import { canonicalOf } from './canonical.ts'
import { CHANNEL } from './facts.ts'
import { itemsOf } from './http-answer.ts'
import { type Asked, type HttpCalls, withoutHidden } from './http-calls.ts'
import { findByRef } from './http-find.ts'
import { previewRequest } from './http-preview.ts'
import { type Item, type Source, unreadable } from './item.ts'
import type { Office } from './office.ts'
import type { CreateOrder, ReadOrders } from './operations.ts'
import type { CreateByHttp } from './template.ts'
import { asTaken, toOfficeOrder } from './to-office.ts'

/** What the answer to a creation says; `remoteId` null: there was one already, under a number it does not tell. */
interface Created {
  readonly remoteId: string | null
  readonly number: string | null
}

/** Creates by one request, and reads back whatever can be read. */
export const createByHttp = (
  office: Office,
  calls: HttpCalls,
  create: CreateByHttp,
  { readOrders, placed }: { readonly readOrders: ReadOrders | null; readonly placed: (key: OrderKey) => void },
): CreateOrder => {
  const { template, ports } = office
  const { side } = ports

  const askedOf = (order: OrderToPlace): Asked => {
    const { order: values, lines } = canonicalOf(order)
    const { method, path, send, idempotencyHeader: key, existsStatus } = create
    return {
      ...{ name: 'create the order', method, path, send, values, lines, safe: false, hidden: wordsOfBuyer(order) },
      headers: { ...create.headers, ...(key === undefined ? {} : { [key]: keyOf(order) }) },
      ...(existsStatus === undefined ? {} : { answers: [existsStatus] }),
    }
  }

  const find = async (reference: string): Promise<readonly OfficeOrder[]> => {
    if (create.findByRef === undefined) throw new Fault('refused', `${side} cannot look orders up.`, { side })
    const found = await findByRef(office, calls, create.findByRef, reference)
    return found.map((there) =>
      toOfficeOrder(there, { reference, backOfficeRef: there.remoteId ?? reference }, template),
    )
  }

  /** An order under our reference that a creation did not name is the one it made. */
  const foundAgain = async (key: OrderKey, isNamed: boolean): Promise<PlacedOrder | null> => {
    const found = await inDoubt(() => find(key.reference))
    return found.find(({ backOfficeRef }) => !isNamed || backOfficeRef === key.backOfficeRef) ?? null
  }

  const readAgain = async (key: OrderKey, number: string | null): Promise<PlacedOrder> => {
    const taken = asTaken(key, number)
    if (readOrders === null || template.readOrders.kind !== 'http' || template.readOrders.ask === 'all') return taken
    try {
      const told = (await readOrders.read([key])).get(key.backOfficeRef)
      return told === undefined || 'gone' in told ? taken : toOfficeOrder(told, key, template)
    } catch (error) {
      if (!isFault(error)) throw error
      return { ...taken, notes: [`Created, but it could not be read back: ${error.message}`] }
    }
  }

  return {
    async place(order) {
      const { remoteId, number } = await calls.ask(askedOf(order), (answer) => createdOf(answer, create, order, side))
      const { reference } = order
      const isNamed = remoteId !== null
      const key = { reference, backOfficeRef: remoteId ?? reference }
      if (isNamed) placed(key)
      if (create.findByRef === undefined && isNamed) return readAgain(key, number)
      const found = create.findByRef === undefined ? null : await foundAgain(key, isNamed)
      if (found !== null) return found
      // A look-up may be slower than a creation.
      if (isNamed) return asTaken(key, number)
      throw new Fault('refused', `${side} says that it has ${reference} already, and does not show it.`, { side })
    },
    find,
    preview: async (order) => previewRequest(office, calls, 'Order', () => askedOf(order)),
  }
}

const createdOf = (answer: HttpAnswer, create: CreateByHttp, order: OrderToPlace, side: string): Created => {
  const source = { side, what: 'the answer to the new order' }
  const isThere = answer.status === create.existsStatus
  if (!isThere && !create.success.includes(answer.status))
    throw unreadable(source, `HTTP ${answer.status} is no success in its template`)
  if (isThere) return thereAlready(answer, create, order, source)
  const { remoteId: path, number, mustSay } = create
  if (path === undefined && number === undefined && mustSay === undefined)
    return { remoteId: order.reference, number: null }
  const [item, another] = itemsOf(answer, create.answer, source)
  if (item === undefined || another !== undefined) throw unreadable(source, 'it is not about one order')
  refuseUnlessSaid(item, create, order, source)
  const remoteId = path === undefined ? order.reference : textAt(item, path)
  if (remoteId === null) throw unreadable(source, `there is nothing at ${path}`)
  return { remoteId, number: number === undefined ? null : textAt(item, number) }
}

/** Its number, where the answer tells it; the look-up has it otherwise. */
const thereAlready = (answer: HttpAnswer, create: CreateByHttp, order: OrderToPlace, source: Source): Created => {
  if (create.remoteId === undefined) return { remoteId: order.reference, number: null }
  try {
    const [item] = itemsOf(answer, create.answer, source)
    return { remoteId: item === undefined ? null : textAt(item, create.remoteId), number: null }
  } catch (error) {
    if (isFault(error, 'unreadable')) return { remoteId: null, number: null }
    throw error
  }
}

/** Some say "no" with a 200. */
const refuseUnlessSaid = (item: Item, { mustSay }: CreateByHttp, order: OrderToPlace, source: Source): void => {
  if (mustSay === undefined) return
  const said = textAt(item, mustSay.at)
  if (said === null) throw unreadable(source, `there is nothing at ${mustSay.at}`)
  if (said.toLowerCase() === mustSay.value.toLowerCase()) return
  const { side } = source
  const words = mustSay.otherwise === undefined ? null : textAt(item, mustSay.otherwise)
  const why = words === null ? `${mustSay.at} is “${said}”` : words
  const message = `${side} did not take the order: ${withoutHidden(why, wordsOfBuyer(order)).slice(0, 300)}`
  throw new Fault('refused', message, { side })
}

const textAt = (item: Item, path: string): string | null => {
  const [text = ''] = item.texts(path)
  return text.trim() === '' ? null : text.trim()
}

/** The same for the same order, whoever makes it and when (B4). */
const keyOf = ({ reference }: OrderToPlace): string =>
  createHash('sha256').update(`${CHANNEL}:${reference}`).digest('hex').slice(0, 32)

/** What is the buyer's and stays out of every message. */
const wordsOfBuyer = ({ email, buyerLogin, billing, delivery, relayPoint }: OrderToPlace): readonly string[] =>
  [
    ...[email, buyerLogin],
    ...[billing, delivery].flatMap((address) =>
      address === null
        ? []
        : [address.lastName, address.firstName, address.address1, address.address2, address.phone, address.mobile],
    ),
    ...(relayPoint === null ? [] : [relayPoint.lastName, relayPoint.firstName]),
  ].toSorted((one, other) => other.length - one.length)
