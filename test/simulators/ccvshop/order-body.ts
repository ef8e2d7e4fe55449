import { invalid } from './errors.ts'

type Fields = Readonly<Record<string, unknown>>
type Kind = 'text' | 'number' | 'integer' | 'yes-no' | 'object' | 'list'

const ADDRESS: Readonly<Record<string, Kind>> = {
  ...{ gender: 'text', initials: 'text', company: 'text', address_line_1: 'text', address_line_2: 'text' },
  ...{ street: 'text', housenumber: 'integer', housenumber_suffix: 'text', zipcode: 'text', city: 'text' },
  ...{ province: 'text', country_code: 'text', telephone: 'text', mobile: 'text', comment: 'text' },
}

/** Fields and their kinds (ccvshop.md 2); nothing else is taken. */
const KINDS = {
  order: {
    ...{
      is_completed: 'yes-no',
      paid: 'yes-no',
      status: 'integer',
      total_shipping: 'number',
      paymethod_costs: 'number',
    },
    ...{ extra_costs: 'number', extra_costs_description: 'text', taxes_included: 'yes-no' },
    ...{ order_row_taxes_included: 'yes-no', shipping_taxes_included: 'yes-no', is_intra_community_order: 'yes-no' },
    ...{ is_platform_sale: 'yes-no', currency: 'text', orderedinlng: 'text', deliver_method: 'text' },
    ...{ reservationnumber: 'text', user_id: 'integer', customer: 'object', orderrows: 'list' },
    ...{ track_and_trace_code: 'text', track_and_trace_carrier: 'text' },
  },
  change: {
    ...{ status: 'integer', mail: 'yes-no', note: 'text', paid: 'yes-no', reservationnumber: 'text' },
    ...{ track_and_trace_code: 'text', track_and_trace_carrier: 'text' },
  },
  customer: {
    ...{ email: 'text', customertype: 'text', reference: 'text', billingaddress: 'object', deliveryaddress: 'object' },
  },
  billing: { ...ADDRESS, first_name: 'text', last_name: 'text' },
  delivery: { ...ADDRESS, full_name: 'text' },
  row: {
    ...{ product_id: 'integer', attribute_combination_id: 'integer', product_name: 'text', product_number: 'text' },
    ...{ count: 'number', price: 'number', discount: 'number', tax: 'number', memo: 'text', weight: 'number' },
    ...{ package_id: 'integer', unit: 'text', auto_create_deposit_rows: 'yes-no' },
  },
  stock: { stock: 'number' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Kind>>>>

const isOf: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  'yes-no': (value) => typeof value === 'boolean',
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  list: Array.isArray,
}

/** The fields of a body, each of its kind; null stands for nothing. */
export const fieldsOf = (value: unknown, what: keyof typeof KINDS): Fields => {
  if (!isOf.object(value)) throw invalid(`The ${what} is no object.`)
  const kinds: Readonly<Record<string, Kind>> = KINDS[what]
  const fields = Object.entries(value as Fields) // it was just seen to be an object
  for (const [name, given] of fields) {
    const kind = kinds[name]
    if (kind === undefined) throw invalid(`The ${what} has no property ${name}.`)
    if (given !== null && !isOf[kind](given)) throw invalid(`The property ${name} of the ${what} must be a ${kind}.`)
  }
  return Object.fromEntries(fields.filter(([, given]) => given !== null))
}

export const parseBody = (body: Buffer): unknown => {
  try {
    return JSON.parse(String(body))
  } catch {
    throw invalid('The payload is no JSON.')
  }
}

export const text = (fields: Fields, name: string): string => String(fields[name] ?? '')
export const cents = (fields: Fields, name: string): number | null =>
  fields[name] === undefined ? null : Math.round(Number(fields[name]) * 100)
