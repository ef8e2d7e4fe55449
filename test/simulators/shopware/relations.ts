import { type Entity, type Row, rowOf, rowsWhere, type Shop } from './state.ts'

interface Relation {
  readonly to: Entity
  /** A column of ours that holds its id, or one of theirs that holds ours. */
  readonly by: { readonly ours: string } | { readonly theirs: string } | { readonly list: string }
}

const one = (to: Entity, ours: string): Relation => ({ to, by: { ours } })
const many = (to: Entity, theirs: string): Relation => ({ to, by: { theirs } })

const RELATIONS: Partial<Record<Entity, Readonly<Record<string, Relation>>>> = {
  order: {
    stateMachineState: one('state_machine_state', 'stateId'),
    addresses: many('order_address', 'orderId'),
    lineItems: many('order_line_item', 'orderId'),
    deliveries: many('order_delivery', 'orderId'),
    transactions: many('order_transaction', 'orderId'),
    billingAddress: one('order_address', 'billingAddressId'),
    salesChannel: one('sales_channel', 'salesChannelId'),
    currency: one('currency', 'currencyId'),
  },
  order_delivery: {
    stateMachineState: one('state_machine_state', 'stateId'),
    shippingMethod: one('shipping_method', 'shippingMethodId'),
    shippingOrderAddress: one('order_address', 'shippingOrderAddressId'),
    positions: many('order_delivery_position', 'orderDeliveryId'),
  },
  order_transaction: {
    stateMachineState: one('state_machine_state', 'stateId'),
    paymentMethod: one('payment_method', 'paymentMethodId'),
  },
  order_line_item: { product: one('product', 'productId') },
  order_delivery_position: { orderLineItem: one('order_line_item', 'orderLineItemId') },
  state_machine_state: { stateMachine: one('state_machine', 'stateMachineId') },
  tax: { rules: many('tax_rule', 'taxId') },
  tax_rule: { type: one('tax_rule_type', 'taxRuleTypeId'), country: one('country', 'countryId') },
  sales_channel: { countries: { to: 'country', by: { list: 'countryIds' } } },
  product: { tax: one('tax', 'taxId') },
}

export const relationsOf = (entity: Entity): Readonly<Record<string, Relation>> => RELATIONS[entity] ?? {}

export const joined = (shop: Shop, row: Row, { to, by }: Relation): readonly Row[] => {
  if ('theirs' in by) return rowsWhere(shop, to, by.theirs, row.id)
  if ('list' in by) return shop.tables[to].filter(({ id }) => (row[by.list] as readonly string[]).includes(id))
  const found = rowOf(shop, to, row[by.ours])
  return found === null ? [] : [found]
}

export const isToOne = ({ by }: Relation): boolean => 'ours' in by
