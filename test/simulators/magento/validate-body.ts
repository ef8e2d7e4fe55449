import { FIELDS, type FieldsByType } from './body-fields.ts'
import { Refusal, required } from './refusal.ts'

export type Json = Readonly<Record<string, unknown>>

interface Shape {
  readonly name: keyof typeof FIELDS
  readonly required?: readonly string[]
  readonly inside?: Readonly<Record<string, (value: unknown) => void>>
}

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const wrongType = (field: string, value: unknown, type: string): Refusal =>
  new Refusal(
    400,
    `Error occurred during "%1" processing. The "%2" value's type is invalid. The "%3" type was expected. Verify and try again.`,
    [field, String(value), type],
  )

const isOf = (type: keyof FieldsByType, value: unknown): boolean => {
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'integer':
      return Number.isInteger(value)
    case 'string':
      return typeof value === 'string'
    case 'boolean':
      return typeof value === 'boolean'
  }
}

const TYPES = ['number', 'integer', 'string', 'boolean'] as const

/** Refuses what the service has no field for, and a value of another type than it has. */
const checked = ({ name, required: needed = [], inside = {} }: Shape) => {
  const fields: FieldsByType = FIELDS[name]
  return (value: unknown): void => {
    if (!isJson(value)) throw wrongType(name, value, 'object')
    for (const field of needed) if (value[field] === undefined || value[field] === null) throw required(field)
    for (const [field, content] of Object.entries(value)) {
      const read = inside[field]
      const type = TYPES.find((one) => fields[one]?.has(field))
      if (read !== undefined) read(content)
      else if (type === undefined)
        throw new Refusal(400, `Property "%1" does not have accessor method "%2" in class "%3".`, [field, field, name])
      else if (!isOf(type, content)) throw wrongType(field, content, type)
    }
  }
}

const listOf =
  (check: (value: unknown) => void) =>
  (value: unknown): void => {
    if (!Array.isArray(value)) throw wrongType('list', value, 'array')
    for (const one of value) check(one)
  }

const text = (value: unknown): void => {
  if (typeof value !== 'string') throw wrongType('text', value, 'string')
}

const only =
  (inside: Readonly<Record<string, (value: unknown) => void>>) =>
  (value: unknown): void => {
    if (!isJson(value)) throw wrongType('object', value, 'object')
    for (const [field, content] of Object.entries(value)) {
      const read = inside[field]
      if (read === undefined)
        throw new Refusal(400, `Property "%1" does not have accessor method "%2" in class "%3".`, [
          field,
          field,
          'object',
        ])
      read(content)
    }
  }

const item = checked({ name: 'item', required: ['sku'] })
const address = checked({
  name: 'address',
  required: ['address_type', 'city', 'country_id', 'firstname', 'lastname', 'postcode', 'telephone'],
  inside: { street: listOf(text) },
})
const shipping = checked({ name: 'shipping', inside: { address, total: checked({ name: 'total' }) } })
const assignment = checked({
  name: 'assignment',
  required: ['shipping', 'items'],
  inside: { shipping, items: listOf(item) },
})

export const checkOrderBody = checked({
  name: 'order',
  required: ['base_grand_total', 'customer_email', 'grand_total', 'items'],
  inside: {
    items: listOf(item),
    billing_address: address,
    payment: checked({ name: 'payment', required: ['method'], inside: { additional_information: listOf(text) } }),
    status_histories: listOf(
      checked({ name: 'history', required: ['comment', 'is_customer_notified', 'is_visible_on_front'] }),
    ),
    extension_attributes: only({ shipping_assignments: listOf(assignment) }),
  },
})

const flag = (value: unknown): void => {
  if (typeof value !== 'boolean') throw wrongType('flag', value, 'boolean')
}
const comment = checked({ name: 'comment', required: ['comment', 'is_visible_on_front'] })
const integer = (value: unknown): void => {
  if (!Number.isInteger(value)) throw wrongType('id', value, 'integer')
}

export const checkInvoiceBody = only({
  capture: flag,
  notify: flag,
  appendComment: flag,
  comment,
  items: listOf(checked({ name: 'invoiceItem', required: ['order_item_id', 'qty'] })),
})

export const checkRefundBody = only({
  notify: flag,
  appendComment: flag,
  comment,
  items: listOf(checked({ name: 'refundItem', required: ['order_item_id', 'qty'] })),
  arguments: checked({
    name: 'refundArguments',
    inside: { extension_attributes: only({ return_to_stock_items: listOf(integer) }) },
  }),
})

export const checkStockItemBody = only({ stockItem: checked({ name: 'stockItem', required: ['qty'] }) })
