import { randomBytes } from 'node:crypto'

/** A row of a table there. Columns are what the API calls them; what is joined to it is found by `relations.ts`. */
export type Row = Record<string, unknown> & { id: string }

export interface Shop {
  readonly now: () => number
  version: string
  readonly tables: Readonly<Record<Entity, Row[]>>
  /** Privileges of the integration's role; null: it is an administrator. */
  role: readonly string[] | null
  /** `shopware.api.max_limit` */
  maxLimit: number
  /** Each mail that a buyer would have got: to whom, and about what. */
  readonly mails: string[]
  /** From now on the list of products is cut. */
  stockIsBroken: boolean
  /** False: `shopware.stock.enable_stock_management` is off. */
  managesStock: boolean
}

export const ENTITIES = [
  ...(['order', 'order_address', 'order_customer', 'order_line_item', 'order_delivery'] as const),
  ...(['order_delivery_position', 'order_transaction', 'product', 'tax', 'tax_rule', 'tax_rule_type'] as const),
  ...(['sales_channel', 'country', 'currency', 'salutation', 'shipping_method', 'payment_method'] as const),
  ...(['state_machine', 'state_machine_state', 'state_machine_history'] as const),
] as const
export type Entity = (typeof ENTITIES)[number]
export const isEntity = (name: string): name is Entity => (ENTITIES as readonly string[]).includes(name)

export const newId = (): string => randomBytes(16).toString('hex')

/** The first column of a row that is a text; rows are made here, so that it is one. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')
export const number = (value: unknown): number => (typeof value === 'number' ? value : 0)

export const isFrom = (shop: Pick<Shop, 'version'>, least: string): boolean => {
  const parts = (version: string): readonly number[] => version.split('.').map(Number)
  const [ours, others] = [parts(shop.version), parts(least)]
  for (const [at, part] of others.entries()) if ((ours[at] ?? 0) !== part) return (ours[at] ?? 0) > part
  return true
}

const MACHINES = {
  'order.state': ['open', 'in_progress', 'completed', 'cancelled'],
  'order_delivery.state': ['open', 'shipped', 'shipped_partially', 'returned', 'returned_partially', 'cancelled'],
  'order_transaction.state': [
    ...['open', 'paid', 'paid_partially', 'authorized', 'in_progress', 'unconfirmed', 'reminded', 'failed'],
    ...['refunded', 'refunded_partially', 'chargeback', 'cancelled'],
  ],
} as const
export type Machine = keyof typeof MACHINES

/** 1 of shopware.md, as the roles “Orders: View, Edit, Create”, “Products: View” and “Taxes: View” yield it; the last one is ticked by itself. */
const READ = [
  ...['order', 'order_address', 'order_customer', 'order_transaction', 'order_delivery', 'order_line_item'],
  ...['sales_channel', 'salutation', 'currency', 'country', 'country_state', 'shipping_method', 'payment_method'],
  ...['state_machine', 'state_machine_state', 'state_machine_transition', 'state_machine_history'],
  ...['product', 'tax', 'tax_rule', 'tax_rule_type', 'order_delivery_position'],
]
const CREATE = [
  ...['order', 'order_customer', 'order_address', 'order_delivery', 'order_delivery_position', 'order_line_item'],
  ...['order_transaction', 'state_machine_history'],
]
const UPDATE = ['order', 'order_customer', 'order_address', 'order_delivery', 'order_line_item']
export const ROLE: readonly string[] = [
  ...READ.map((entity) => `${entity}:read`),
  ...CREATE.map((entity) => `${entity}:create`),
  ...UPDATE.map((entity) => `${entity}:update`),
]

const COUNTRIES = ['FR', 'MC', 'BE', 'DE', 'ES', 'IT', 'LU', 'NL', 'CH'] as const
export const STOREFRONT = '8a243080f92e4c719546314b577cf82b'

export const createShop = (now: () => number): Shop => {
  const tables = Object.fromEntries(ENTITIES.map((entity) => [entity, []])) as unknown as Record<Entity, Row[]>
  const shop: Shop = {
    ...{ now, version: '6.6.10.3', tables, role: ROLE, maxLimit: 500, mails: [], stockIsBroken: false },
    managesStock: true,
  }
  const add = (entity: Entity, row: Record<string, unknown>): Row => addRow(shop, entity, row)

  for (const [technicalName, states] of Object.entries(MACHINES)) {
    const machine = add('state_machine', { technicalName, name: technicalName })
    for (const state of states)
      add('state_machine_state', { technicalName: state, name: state.replaceAll('_', ' '), stateMachineId: machine.id })
  }
  const rounding = { decimals: 2, interval: 0.01, roundForNet: true }
  const euro = add('currency', {
    ...{ isoCode: 'EUR', factor: 1, name: 'Euro', shortName: 'EUR', symbol: '€', taxFreeFrom: 0 },
    ...{ itemRounding: rounding, totalRounding: rounding },
  })
  add('currency', {
    ...{ isoCode: 'USD', factor: 1.1, name: 'US-Dollar', shortName: 'USD', symbol: '$', taxFreeFrom: 0 },
    ...{ itemRounding: rounding, totalRounding: rounding },
  })
  for (const key of ['mr', 'mrs', 'not_specified'])
    add('salutation', { salutationKey: key, displayName: key, letterName: key })
  const countries = COUNTRIES.map((iso) =>
    add('country', {
      ...{ iso, name: iso, active: true, shippingAvailable: true, addressFormat: {} },
      customerTax: { enabled: iso === 'CH', currencyId: euro.id, amount: 0 },
    }),
  )
  const typeOf = (technicalName: string): Row =>
    add('tax_rule_type', { technicalName, typeName: technicalName, position: 0 })
  const [entireCountry] = ['entire_country', 'individual_states', 'zip_code_range', 'zip_code'].map(typeOf)
  for (const [name, rate] of Object.entries({ standard: 20, intermediate: 10, reduced: 5.5 })) {
    const tax = add('tax', { name, taxRate: rate })
    if (name !== 'standard') continue
    for (const [iso, taxRate] of [['DE', 19] as const, ['ES', 21] as const])
      add('tax_rule', {
        ...{ taxId: tax.id, taxRate, taxRuleTypeId: entireCountry?.id, data: null, activeFrom: null },
        countryId: countries.find((country) => country['iso'] === iso)?.id,
      })
  }
  const shipping = ['Standard', 'Recommandé avec signature', 'Express', 'Point relais Mondial Relay'].map((name) =>
    addShippingMethod(shop, { name }),
  )
  addShippingMethod(shop, { name: 'Old carrier', active: false })
  const [paid] = ['Vorkasse', 'Rakuten'].map((name) =>
    add('payment_method', { name, active: true, technicalName: `payment_${name.toLowerCase()}`, position: 1 }),
  )
  const channel = {
    ...{ languageId: newId(), customerGroupId: newId(), currencyId: euro.id, navigationCategoryId: newId() },
    ...{ countryId: countries[0]?.id, paymentMethodId: paid?.id, shippingMethodId: shipping[0]?.id },
    ...{ accessKey: 'SWSC', homeEnabled: false, active: true, countryIds: countries.map(({ id }) => id) },
  }
  add('sales_channel', { ...channel, name: 'Boutique', typeId: STOREFRONT })
  add('sales_channel', { ...channel, name: 'Headless', typeId: newId() })
  return shop
}

export const addRow = (shop: Shop, entity: Entity, row: Record<string, unknown>): Row => {
  const added: Row = {
    ...{ id: newId(), createdAt: withOffset(shop.now()), updatedAt: null, customFields: null },
    ...row,
  }
  shop.tables[entity].push(added)
  return added
}

export const addShippingMethod = (shop: Shop, row: Record<string, unknown> & { readonly name: string }): Row =>
  addRow(shop, 'shipping_method', {
    ...{ active: true, deliveryTimeId: newId(), trackingUrl: null, taxType: 'auto', taxId: null, position: 1 },
    technicalName: `shipping_${row.name.toLowerCase().replaceAll(/[^a-z]+/g, '_')}`,
    ...row,
  })

export const rowOf = (shop: Shop, entity: Entity, id: unknown): Row | null =>
  shop.tables[entity].find((row) => row.id === id) ?? null

export const rowsWhere = (shop: Shop, entity: Entity, field: string, value: unknown): readonly Row[] =>
  shop.tables[entity].filter((row) => row[field] === value)

/** 1: milliseconds and offset. */
export const withOffset = (time: number): string => new Date(time).toISOString().replace('Z', '+00:00')

export const stateId = (shop: Shop, machine: Machine, name: string): string => {
  const [its] = rowsWhere(shop, 'state_machine', 'technicalName', machine)
  const found = shop.tables.state_machine_state.find(
    (row) => row['technicalName'] === name && row['stateMachineId'] === its?.id,
  )
  if (found === undefined) throw new Error(`No state ${name} in ${machine}`)
  return found.id
}

export const stateName = (shop: Shop, row: Row): string =>
  text(rowOf(shop, 'state_machine_state', row['stateId'])?.['technicalName'])
