import type { Tables } from './tables.ts'

const PREPARATION = 3
export const STATES = {
  paid: 2,
  preparation: PREPARATION,
  shipped: 4,
  cancelled: 6,
  error: 8,
  paidRemotely: 11,
} as const

/** Ids of the tax rules groups. */
export const TAX_GROUPS = { standard: 1, intermediate: 2, reduced: 3 } as const

const DEFAULT_CARRIER = 2

/** Gross of no tax, by `id_reference`: what a carrier that is not free takes. */
export const CARRIER_PRICE = 7

/** A fresh shop in France (prestashop.md 3.2), with a free carrier of the seller's beside the two that every shop begins with. */
export const fillWithDefaults = (tables: Tables): void => {
  const configurations = {
    ...{ PS_OS_WS_PAYMENT: 11, PS_OS_PAYMENT: 2, PS_OS_CANCELED: 6, PS_OS_REFUND: 7, PS_OS_ERROR: 8 },
    ...{ PS_OS_SHIPPING: 4, PS_OS_DELIVERED: 5, PS_GUEST_GROUP: 2, PS_LANG_DEFAULT: 1, PS_CURRENCY_DEFAULT: 1 },
    ...{ PS_SHOP_DEFAULT: 1, PS_TAX: 1, PS_TAX_ADDRESS_TYPE: 'id_address_delivery', PS_ROUND_TYPE: 2 },
    ...{
      PS_PRICE_ROUND_MODE: 2,
      PS_STOCK_MANAGEMENT: 1,
      PS_SHOP_NAME: 'Boutique',
      PS_CARRIER_DEFAULT: DEFAULT_CARRIER,
    },
  }
  for (const [name, value] of Object.entries(configurations)) tables.configure(name, String(value))

  const state = (name: string, flags: string, module_name = ''): void => {
    const set = Object.fromEntries(
      flags
        .split(' ')
        .filter(Boolean)
        .map((flag) => [flag, '1']),
    )
    tables.insert('order_states', { name, module_name, ...set })
  }
  state('Awaiting check payment', 'send_email', 'ps_checkpayment')
  state('Payment accepted', 'logable paid invoice send_email')
  state('Processing in progress', 'logable paid invoice delivery send_email')
  state('Shipped', 'logable paid invoice shipped delivery send_email')
  state('Delivered', 'logable paid invoice shipped delivery')
  state('Canceled', 'send_email')
  state('Refunded', 'invoice send_email')
  state('Payment error', 'send_email')
  state('On backorder (paid)', 'paid invoice send_email')
  state('Awaiting bank wire payment', 'send_email', 'ps_wirepayment')
  state('Remote payment accepted', 'logable paid invoice send_email')
  state('On backorder (not paid)', 'send_email')
  state('Awaiting Cash On Delivery validation', '', 'ps_cashondelivery')

  const carrier = (name: string, is_free: '0' | '1', url = '', tax = 0): void => {
    const { id } = tables.insert('carriers', { name, is_free, url, active: '1', id_tax_rules_group: tax })
    tables.need('carriers', id)['id_reference'] = id
  }
  carrier('0', '1')
  carrier('My carrier', '0', '', TAX_GROUPS.standard)
  carrier('Livraison à domicile', '1')
  carrier('Mondial Relay', '0', 'https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition=@', TAX_GROUPS.standard)

  const country = (id: number, iso_code: string, active: '0' | '1' = '1'): void =>
    void tables.insert('countries', { id, iso_code, active, name: iso_code })
  country(1, 'DE')
  country(6, 'ES')
  country(8, 'FR')
  country(19, 'CH')
  country(21, 'US', '0')

  tables.insert('currencies', { iso_code: 'EUR', name: 'Euro', active: 1, conversion_rate: '1.000000' })
  tables.insert('languages', { iso_code: 'fr', name: 'Français', active: '1' })
  tables.insert('languages', { iso_code: 'en', name: 'English', active: '1' })
  tables.insert('shops', { name: 'Boutique', active: '1' })
  fillTaxes(tables)
}

const fillTaxes = (tables: Tables): void => {
  const rule = (group: number, id_country: number, rate: number): void => {
    const tax = tables.insert('taxes', { rate: rate.toFixed(3), active: '1', name: `TVA ${rate}%` })
    tables.insert('tax_rules', {
      ...{ id_tax_rules_group: group, id_country, id_state: 0, id_tax: tax.id, behavior: 0 },
      ...{ zipcode_from: '0', zipcode_to: '0' },
    })
  }
  for (const [name, group] of Object.entries(TAX_GROUPS)) {
    tables.insert('tax_rule_groups', { id: group, name, active: '1' })
    rule(group, 8, { standard: 20, intermediate: 10, reduced: 5.5 }[name] ?? 0)
    rule(group, 1, 19)
    rule(group, 6, 21)
  }
}
