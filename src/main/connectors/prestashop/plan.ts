import { Fault } from '../../domain/fault.ts'
import { isTestReference, type OrderToPlace } from '../sockets/back-office.ts'
import { type FoundArticle, findArticles } from './articles.ts'
import { type Carrier, chooseCarrier } from './carriers.ts'
import type { Office } from './office.ts'
import { billingFields, brokenField, brokenRule, deliveryFields, type PostalFields } from './postal-fields.ts'
import { type Amounts, type CartLine, cartCents, toAmounts, toCartLines } from './prices.ts'

/** An order, made ready in PrestaShop's terms before anything is written. */
export interface Plan {
  readonly reference: string
  readonly isTest: boolean
  readonly lines: readonly CartLine[]
  readonly delivery: PlannedAddress
  /** Null: the same as the delivery. */
  readonly invoice: PlannedAddress | null
  readonly cartCarrier: Carrier
  readonly carrier: Carrier
  /** What the shop will make of the cart. */
  readonly cartCents: number
  readonly amounts: Amounts
  readonly remark: string
  readonly notes: readonly string[]
}

export interface PlannedAddress {
  readonly countryId: number
  readonly fields: PostalFields
}

/** Whatever cannot be placed is refused here, where nothing has been done yet. */
export const planOrder = async (office: Office, order: OrderToPlace): Promise<Plan> => {
  const { shop } = office
  const basics = await shop.basics()
  await shop.euro()
  const articleOf = await articlesOf(office, order)
  const broken = brokenRule(order.delivery, order.relayPoint)
  if (broken !== null) throw refused(office, broken)
  const delivery = await planAddress(office, deliveryFields(order.delivery, order.relayPoint))
  if (typeof delivery === 'string') throw refused(office, delivery)
  const invoice = await planInvoice(office, order)

  const taxed = basics.taxedAt === 'invoice' && invoice !== null && typeof invoice !== 'string' ? invoice : delivery
  const rates = basics.hasTaxes ? await shop.rates(taxed.countryId) : () => 0
  const percentOf = (group: number): number => rates(group, taxed.fields.postcode)
  const lines = toCartLines(order.lines, articleOf, ({ taxRulesGroup }) => percentOf(taxRulesGroup))

  const choice = chooseCarrier(await shop.carriers(), order.methodId)
  if (choice === null) throw refused(office, 'The shop has no active carrier: create one under Shipping > Carriers.')
  const { carrier, cartCarrier } = choice
  const shippingPercent = carrier.id_tax_rules_group
    ? percentOf(carrier.id_tax_rules_group)
    : Math.max(0, ...lines.map(({ percent }) => percent))
  return {
    ...{ reference: order.reference, isTest: isTestReference(order.reference), lines, carrier, cartCarrier, delivery },
    invoice: typeof invoice === 'string' ? null : invoice,
    cartCents: cartCents(lines, basics),
    amounts: toAmounts(lines, order.shippingCents, shippingPercent),
    remark: `Rakuten ${order.reference} · ${order.deliveryMode} · ${order.buyerLogin}`,
    notes: [
      ...(delivery.fields.isCleaned ? [LEFT_OUT] : []),
      ...(typeof invoice === 'string'
        ? [`The billing address cannot be kept there, so the delivery address stands in its place. ${invoice}`]
        : []),
    ],
  }
}

const LEFT_OUT = 'Signs that PrestaShop refuses in names and addresses were left out.'

const refused = ({ api: { side } }: Office, reason: string): Fault =>
  new Fault('refused', `${side} cannot take this order. ${reason}`, { side })

const articlesOf = async (
  { api, shop, source }: Office,
  { lines }: OrderToPlace,
): Promise<(sku: string) => FoundArticle> => {
  const { languageId: language } = await shop.basics()
  const skus = [...new Set(lines.map(({ sku }) => sku))]
  const bySku = Map.groupBy(await findArticles({ api, source, language }, skus), ({ sku }) => sku)
  const { side } = api
  return (sku) => {
    const [only, second] = bySku.get(sku) ?? []
    if (only !== undefined && second === undefined) return only
    const what = only === undefined ? 'is not there' : 'stands for several products'
    throw new Fault('refused', `SKU ${sku} ${what} in ${side}.`, { side, detail: { sku } })
  }
}

/** An address with its country's id there, or what keeps the shop from delivering to it. */
const planAddress = async ({ shop }: Office, fields: PostalFields): Promise<PlannedAddress | string> => {
  const country = await shop.country(fields.countryCode)
  return country?.active ? { countryId: country.id, fields } : noDelivery(fields.countryCode)
}

export const noDelivery = (countryCode: string): string =>
  `The shop does not deliver to ${countryCode}: activate the country under International > Locations.`

/** Null: as the delivery address; a sentence says why it cannot be kept. */
const planInvoice = async (
  office: Office,
  { billing, delivery, relayPoint }: OrderToPlace,
): Promise<PlannedAddress | string | null> => {
  if (billing === null) return null
  if (relayPoint === null && JSON.stringify(billing) === JSON.stringify(delivery)) return null
  const fields = billingFields(billing)
  return brokenField(fields) ?? planAddress(office, fields)
}
