import type { VatClass } from '../../batteries/back-office/harness.ts'

export const TAX_CLASSES = { standard: '2', intermediate: '5', reduced: '6' } as const satisfies Record<
  VatClass,
  string
>

/** 20, 10 and 5.5 % for France, 19 for Germany, 21 for Spain; nothing elsewhere. */
const PERCENT: readonly (readonly [id: number, country: string, rate: number, vatClass: VatClass])[] = [
  [11, 'FR', 20, 'standard'],
  [12, 'FR', 10, 'intermediate'],
  [13, 'FR', 5.5, 'reduced'],
  [14, 'DE', 19, 'standard'],
  [15, 'ES', 21, 'standard'],
]

export const RATES = PERCENT.map(([id, tax_country_id, rate]) => ({
  id,
  tax_country_id,
  tax_region_id: 0,
  tax_postcode: '*',
  rate,
  code: `${tax_country_id}-${rate}`,
  titles: [],
}))

const RETAIL = Object.entries(TAX_CLASSES).map(([vatClass, id], at) => ({
  id: at + 1,
  code: vatClass,
  priority: 0,
  position: at,
  // 3: retail customers
  customer_tax_class_ids: [3],
  product_tax_class_ids: [Number(id)],
  tax_rate_ids: PERCENT.filter(([, , , its]) => its === vatClass).map(([rateId]) => rateId),
  calculate_subtotal: false,
}))

/** Many shops repeat a rule for another class of customers. */
export const RULES = RETAIL.flatMap((rule) => [
  rule,
  { ...rule, id: rule.id + 10, code: `${rule.code}, wholesale`, customer_tax_class_ids: [4] },
])
