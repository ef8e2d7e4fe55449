import { Fault } from '../../domain/fault.ts'
import type { OrderToPlace } from '../sockets/back-office.ts'
import { LONGEST_EMAIL } from './facts.ts'
import { isLatin } from './latin.ts'
import { METHODS, type Method, needsPhone } from './methods.ts'
import { type Row, withField } from './named-fields.ts'
import type { Name, Names } from './names.ts'
import { type Recipient, toRecipient } from './recipient.ts'

export interface NewParcel {
  readonly body: Row
  readonly notes: readonly string[]
}

interface Terms {
  readonly names: Names
  readonly givesEmail: boolean
  readonly side: string
}

/** The body of `POST /v2/parcels` (cubyn.md 2). A fault, and nothing was asked, where the order does not fit. */
export const toNewParcel = (order: OrderToPlace, { names, givesEmail, side }: Terms): NewParcel => {
  const method = methodOf(order, side)
  const written = toRecipient(order, needsPhone(method))
  if ('rule' in written) throw new Fault('refused', written.rule, { side })
  const { recipient, notes } = written
  const items = itemsOf(order)
  const email = givesEmail && isEmail(order.email) ? order.email : null
  const named: Partial<Record<Name, unknown>> = {
    ...addressFields(recipient),
    email,
    items,
    ...modeFields(method, names),
    relayPoint: method.id === 'relay' ? (order.relayPoint?.id ?? null) : null,
  }
  const { firstName, lastName } = recipient
  const known: Row = {
    ...(firstName === '' ? {} : { firstName, lastName }),
    orderRef: order.reference,
    objectCount: items.reduce((sum, { quantity }) => sum + quantity, 0),
  }
  const body = Object.entries(named).reduce<Row>((row, [name, value]) => {
    // Keys of the object above, which Object.entries forgets; every name has a candidate or is not sent.
    const [sent] = names[name as Name]
    return value === null || value === '' || sent === undefined ? row : withField(row, sent, value)
  }, known)
  const leftOut = givesEmail && email === null ? ['The e-mail address was left out: Cubyn would not take it.'] : []
  return { body, notes: [...notes, ...leftOut] }
}

/** Without a method of its own, an order goes where it was bought to. */
const methodOf = ({ methodId, relayPoint }: OrderToPlace, side: string): Method => {
  const wanted = methodId ?? (relayPoint === null ? 'standard' : 'relay')
  const method = METHODS.find(({ id }) => id === wanted)
  if (method === undefined)
    throw new Fault('refused', `Cubyn has no delivery mode “${wanted}”: choose another one.`, { side })
  if (method.id === 'relay' && relayPoint === null) {
    throw new Fault('refused', 'Cubyn Relay needs the number of a pick-up point, and this order has none.', { side })
  }
  if (method.id !== 'relay' && relayPoint !== null) {
    const message = `The buyer chose a pick-up point, and ${method.title} delivers to none: choose Cubyn Relay for this delivery mode.`
    throw new Fault('refused', message, { side })
  }
  return method
}

const addressFields = ({ organizationName, lines, postcode, city, country, phone }: Recipient) => {
  const [line1 = null, line2 = null, line3 = null] = lines
  return { organizationName, line1, line2, line3, postcode, city, country, phone } satisfies Partial<
    Record<Name, unknown>
  >
}

/** Signed delivery is the standard one with an option (cubyn.md 6). */
const modeFields = ({ id }: Method, names: Names) => {
  const [mode = null] = names[id === 'signed' ? 'standard' : id]
  return { deliveryMode: mode, signature: id === 'signed' ? true : null } satisfies Partial<Record<Name, unknown>>
}

/** One line for each SKU: it has no price at Cubyn that could tell two apart. */
const itemsOf = ({ lines }: OrderToPlace) =>
  [...Map.groupBy(lines, ({ sku }) => sku)].map(([sku, same]) => ({
    sku,
    quantity: same.reduce((sum, { quantity }) => sum + quantity, 0),
  }))

const isEmail = (text: string): boolean =>
  text.length <= LONGEST_EMAIL && isLatin(text) && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)
