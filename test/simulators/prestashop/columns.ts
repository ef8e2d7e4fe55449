/**
 * What a column holds, and how JSON shows it (prestashop.md 1.5): ids and integers as numbers, money and rates as texts with six or three
 * decimals, booleans as "0" and "1".
 */
export type Kind = 'id' | 'int' | 'money' | 'rate' | 'flag' | 'text' | 'date' | 'i18n'

export interface Column {
  readonly kind: Kind
  readonly required?: true
  readonly size?: number
  readonly valid?: RegExp
  /** Computed: may be shown, not filtered (error 34). */
  readonly dynamic?: true
  /** Not to be written (error 93). */
  readonly readOnly?: true
  /** Never shown. */
  readonly hidden?: true
}

export type Columns = Readonly<Record<string, Column>>
export type Value = string | number

const of = (kind: Kind, names: string): Columns =>
  Object.fromEntries(names.split(' ').map((name) => [name, { kind }] as const))

const required = (columns: Columns): Columns =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, { ...column, required: true }] as const))

const NAME: Column = {
  ...{ kind: 'text', required: true, size: 255 },
  // `isCustomerName`: no digits, none of these signs, a dot only at the end of a word, not only blanks.
  valid: /^(?!\s*$)(?:[^0-9!<>,;?=+()/\\@#"°*`{}_^$%:¤[\]|.。]|[.。](?:\s|$))*$/u,
}
const text = (size: number, more: Omit<Column, 'kind' | 'size'> = {}): Column => ({ kind: 'text', size, ...more })
const GENERIC = /^[^<>={}]*$/u

/** Every resource of the webservice that a shop connector may meet, with the formats its `schema=synopsis` shows. */
export const RESOURCES: Readonly<Record<string, Columns>> = {
  customers: {
    ...of('id', 'id_default_group id_lang id_shop id_shop_group'),
    ...of('flag', 'newsletter optin active is_guest'),
    email: text(255, { required: true, valid: /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[a-z]{2,}$/i }),
    passwd: text(255, { required: true, hidden: true }),
    ...{ lastname: NAME, firstname: NAME },
    secure_key: { kind: 'text' },
  },
  addresses: {
    ...of('id', 'id_customer id_state'),
    ...required(of('id', 'id_country')),
    ...{ lastname: NAME, firstname: NAME },
    alias: text(32, { required: true, valid: GENERIC }),
    company: text(255, { valid: GENERIC }),
    address1: text(128, { required: true, valid: /^[^!<>?=+@{}_$%]*$/u }),
    address2: text(128, { valid: /^[^!<>?=+@{}_$%]*$/u }),
    city: text(64, { required: true, valid: /^[^!<>;?=+@#"°{}_$%]*$/u }),
    postcode: text(12, { valid: /^[a-zA-Z 0-9-]*$/ }),
    other: text(300, { valid: /^[^<>{}]*$/u }),
    phone: text(32, { valid: /^[+0-9. ()/-]*$/ }),
    phone_mobile: text(32, { valid: /^[+0-9. ()/-]*$/ }),
    dni: text(16),
    ...of('flag', 'deleted'),
  },
  carts: {
    ...required(of('id', 'id_currency id_lang')),
    ...of('id', 'id_customer id_address_delivery id_address_invoice id_carrier id_shop id_shop_group id_guest'),
    secure_key: { kind: 'text' },
    delivery_option: { kind: 'text' },
  },
  specific_prices: {
    ...required(of('id', 'id_shop id_cart id_product id_currency id_country id_group id_customer')),
    ...of('id', 'id_shop_group id_product_attribute'),
    ...required(of('money', 'price reduction')),
    ...required(of('int', 'from_quantity')),
    ...of('int', 'reduction_tax'),
    reduction_type: text(10, { required: true, valid: /^(amount|percentage)$/ }),
    ...required(of('date', 'from to')),
  },
  orders: {
    ...required(of('id', 'id_address_delivery id_address_invoice id_cart id_currency id_lang id_customer id_carrier')),
    ...of('id', 'current_state id_shop id_shop_group'),
    module: text(255, { required: true }),
    payment: text(255, { required: true, valid: GENERIC }),
    ...required(of('money', 'total_paid total_paid_real total_products total_products_wt conversion_rate')),
    ...of('money', 'total_paid_tax_incl total_paid_tax_excl'),
    ...of('money', 'total_shipping total_shipping_tax_incl total_shipping_tax_excl total_discounts'),
    ...of('rate', 'carrier_tax_rate'),
    ...of('flag', 'valid'),
    ...of('int', 'invoice_number'),
    reference: text(9),
    note: { kind: 'text' },
    shipping_number: { kind: 'text', dynamic: true },
    ...of('date', 'date_add date_upd delivery_date'),
  },
  order_details: {
    ...of('id', 'id_order product_id product_attribute_id'),
    ...of('int', 'product_quantity product_quantity_refunded product_quantity_return product_quantity_reinjected'),
    ...of('text', 'product_name product_reference product_ean13 product_upc product_supplier_reference'),
    ...of('money', 'unit_price_tax_incl unit_price_tax_excl total_price_tax_incl total_price_tax_excl'),
  },
  order_carriers: {
    ...of('id', 'id_order id_carrier id_order_invoice'),
    ...of('money', 'shipping_cost_tax_excl shipping_cost_tax_incl weight'),
    tracking_number: text(64),
    ...of('date', 'date_add'),
  },
  order_invoices: {
    ...of('id', 'id_order'),
    ...of('money', 'total_paid_tax_excl total_paid_tax_incl total_products total_products_wt'),
    ...of('money', 'total_shipping_tax_excl total_shipping_tax_incl'),
  },
  order_payments: {
    ...of('text', 'order_reference payment_method'),
    ...required(of('money', 'amount')),
    ...of('id', 'id_currency'),
  },
  order_histories: {
    ...required(of('id', 'id_order id_order_state')),
    ...of('id', 'id_employee'),
    ...of('date', 'date_add'),
  },
  order_states: {
    ...of('flag', 'logable paid shipped delivery invoice hidden send_email deleted unremovable'),
    ...of('text', 'module_name color'),
    name: { kind: 'i18n' },
  },
  carriers: {
    ...of('id', 'id_reference id_tax_rules_group'),
    ...of('flag', 'deleted active is_free is_module'),
    ...of('text', 'name url external_module_name'),
  },
  configurations: { ...of('text', 'name value'), ...of('id', 'id_shop id_shop_group') },
  countries: { ...of('text', 'iso_code'), ...of('flag', 'active'), name: { kind: 'i18n' } },
  // Here, and only here, `active` is a number.
  currencies: { ...of('text', 'iso_code name'), ...of('int', 'active'), ...of('money', 'conversion_rate') },
  languages: { ...of('text', 'iso_code name'), ...of('flag', 'active') },
  shops: { ...of('text', 'name'), ...of('flag', 'active') },
  taxes: { ...of('rate', 'rate'), ...of('flag', 'active deleted'), name: { kind: 'i18n' } },
  tax_rule_groups: { ...of('text', 'name'), ...of('flag', 'active') },
  tax_rules: {
    ...of('id', 'id_tax_rules_group id_state id_country id_tax'),
    ...of('text', 'zipcode_from zipcode_to description'),
    ...of('int', 'behavior'),
  },
  products: {
    ...of('text', 'reference ean13 upc supplier_reference'),
    ...of('id', 'id_tax_rules_group'),
    ...of('money', 'price'),
    ...of('flag', 'active cache_is_pack'),
    name: { kind: 'i18n' },
    quantity: { kind: 'int', dynamic: true, readOnly: true },
    ...of('date', 'date_upd'),
  },
  combinations: {
    ...of('id', 'id_product'),
    ...of('text', 'reference ean13 upc supplier_reference'),
    ...of('money', 'price'),
  },
  stock_availables: {
    ...required(of('id', 'id_product id_product_attribute')),
    ...of('id', 'id_shop id_shop_group'),
    ...required(of('int', 'quantity depends_on_stock out_of_stock')),
  },
  order_slip: { ...of('id', 'id_order'), ...of('money', 'amount') },
}

/** The element inside `<prestashop>`. */
export const elementOf = (resource: string): string =>
  ({
    addresses: 'address',
    order_histories: 'order_history',
    countries: 'country',
    currencies: 'currency',
    taxes: 'tax',
  })[resource] ?? resource.replace(/s$/, '')

export const EMPTY: Readonly<Record<Kind, Value>> = {
  ...{ id: 0, int: 0, money: '0.000000', rate: '0.000', flag: '0', text: '', i18n: '' },
  date: '0000-00-00 00:00:00',
}

/** A text as its column keeps it; null where it cannot be that. */
export const toValue = ({ kind }: Column, value: string): Value | null => {
  const number = Number(value === '' ? 0 : value)
  switch (kind) {
    case 'id':
    case 'int':
      return Number.isSafeInteger(number) ? number : null
    case 'money':
      return Number.isFinite(number) ? number.toFixed(6) : null
    case 'rate':
      return Number.isFinite(number) ? number.toFixed(3) : null
    case 'flag':
      return value === '1' ? '1' : value === '0' || value === '' ? '0' : null
    case 'date':
      return /^\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?$/.test(value) ? value : null
    default:
      return value
  }
}
