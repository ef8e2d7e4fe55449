import type { CubynAccount, CubynParcel } from './state.ts'

/** What a parcel is created with, or what Cubyn has against it (cubyn.md 2). */
export type Wanted = Omit<
  CubynParcel,
  'id' | 'createdAt' | 'status' | 'type' | 'trackingNumber' | 'carrier' | 'trackingUrl' | 'ahead'
>

const EUROPEAN_UNION = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')
const MODES = ['STANDARD', 'EXPRESS', 'RELAY']
const LATIN = /^[\p{Script=Latin}0-9\p{P}\p{Zs}+°$<>=`^|~]*$/u
const isAscii = (character: string): boolean => character >= ' ' && character <= '~'

class Refusal extends Error {}

export const toWanted = (body: unknown, { spelling }: CubynAccount): Wanted | { readonly message: string } => {
  try {
    return read(body, spelling)
  } catch (error) {
    if (error instanceof Refusal) return { message: error.message }
    throw error
  }
}

const read = (body: unknown, spelling: CubynAccount['spelling']): Wanted => {
  const given = object(body, 'body', [
    ...['firstName', 'lastName', 'email', 'phone', 'address', 'orderRef', 'objectCount', 'items'],
    ...[spelling.organizationName, spelling.deliveryMode, spelling.relayPoint, spelling.signature],
  ])
  const organizationName = text(given, spelling.organizationName, 0, 35)
  const least = organizationName === '' ? 1 : 0
  const deliveryMode = text(given, spelling.deliveryMode, 1, 20)
  if (!MODES.includes(deliveryMode)) throw new Refusal(`${spelling.deliveryMode} must be one of ${MODES.join(', ')}`)
  const relayPoint = text(given, spelling.relayPoint, deliveryMode === 'RELAY' ? 1 : 0, 35)
  const phone = text(given, 'phone', deliveryMode === 'STANDARD' ? 0 : 4, 13)
  if (phone !== '' && phone.length < 4) throw new Refusal('phone is too short')
  const email = text(given, 'email', 0, 70)
  if (email !== '' && !email.includes('@')) throw new Refusal('email is not valid')
  const signature = given[spelling.signature] ?? false
  if (typeof signature !== 'boolean') throw new Refusal(`${spelling.signature} must be a boolean`)
  const items = itemsOf(given['items'])
  const { objectCount } = given
  if (!Number.isInteger(objectCount) || Number(objectCount) < 1)
    throw new Refusal('objectCount must be a positive integer')
  const orderRef = text(given, 'orderRef', 0, 255)
  return {
    ...{
      firstName: text(given, 'firstName', least, 35),
      lastName: text(given, 'lastName', least, 35),
      organizationName,
    },
    ...{ email, phone, deliveryMode, relayPoint, signature, items, orderRef: orderRef === '' ? null : orderRef },
    address: addressOf(given['address']),
  }
}

const addressOf = (value: unknown): Wanted['address'] => {
  const given = object(value, 'address', ['line1', 'line2', 'additionalInformation', 'zip', 'city', 'country'])
  const country = text(given, 'country', 2, 2)
  if (!EUROPEAN_UNION.includes(country)) throw new Refusal('customs information is required for this destination')
  const zip = text(given, 'zip', 1, 8)
  if (country === 'FR' && /^9[78]/.test(zip)) throw new Refusal('customs information is required for this destination')
  return {
    ...{ line1: text(given, 'line1', 1, 35), line2: text(given, 'line2', 0, 35) },
    additionalInformation: text(given, 'additionalInformation', 0, 35),
    ...{ zip, city: text(given, 'city', 1, 35), country },
  }
}

const itemsOf = (value: unknown): Wanted['items'] => {
  if (!Array.isArray(value)) throw new Refusal('items must be an array')
  return value.map((one) => {
    const given = object(one, 'item', ['sku', 'quantity'])
    const { quantity } = given
    if (!Number.isInteger(quantity) || Number(quantity) < 1) throw new Refusal('quantity must be a positive integer')
    return { sku: text(given, 'sku', 1, 255), quantity: Number(quantity) }
  })
}

const object = (value: unknown, what: string, known: readonly string[]): Record<string, unknown> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Refusal(`${what} must be an object`)
  const stranger = Object.keys(value).find((name) => !known.includes(name))
  if (stranger !== undefined) throw new Refusal(`${stranger} is not allowed`)
  return { ...value }
}

const text = (given: Record<string, unknown>, name: string, least: number, most: number): string => {
  const value = given[name] ?? ''
  if (typeof value !== 'string') throw new Refusal(`${name} must be a string`)
  if (value.length < least) throw new Refusal(`${name} is required`)
  if (value.length > most) throw new Refusal(`${name} must be at most ${most} characters long`)
  if (!LATIN.test(value) || [...value].some((character) => !isAscii(character) && /[\p{P}]/u.test(character))) {
    throw new Refusal(`${name} must use latin characters`)
  }
  return value
}
