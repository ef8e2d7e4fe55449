import { formatCents, parseCents } from '../../domain/money.ts'
import { isTestReference, type OfficeOrder, type OfficeState, type OrderToPlace } from '../sockets/back-office.ts'
import type { Account } from './account.ts'
import { besideAddress, toMailingAddress, toShippingAddress } from './addresses.ts'
import { MARKETPLACE, REFERENCE_FIELD } from './facts.ts'
import { methodTitle } from './methods.ts'
import type { Line, WholeOrder } from './order-questions.ts'
import { codeOfLine, type SkuSource } from './sku-source.ts'
import { rateOf, standardRate, taxLines } from './taxes.ts'
import type { Variant } from './variant-questions.ts'

/** `OrderCreateOrderInput` (shopify.md 2.3): paid, prices with VAT in them, no customer and no e-mail, so that nobody is written to. */
export const toOrderInput = (
  order: OrderToPlace,
  variantOf: (sku: string) => Variant,
  { vatTags }: Pick<Account, 'vatTags'>,
) => {
  const { reference, currency, shippingCents, relayPoint, deliveryMode, methodId } = order
  const isTest = isTestReference(reference)
  const country = relayPoint?.countryCode ?? order.delivery.countryCode
  const money = (cents: number) => ({ shopMoney: { amount: formatCents(cents), currencyCode: currency } })
  const totalCents = order.lines.reduce((sum, { quantity, priceCents }) => sum + quantity * priceCents, shippingCents)
  const attributes = {
    Marketplace: MARKETPLACE,
    'Rakuten order': reference,
    'Delivery mode': deliveryMode,
    ...(relayPoint === null ? {} : { 'Relay point': relayPoint.id }),
    ...besideAddress(order.delivery),
  }
  return {
    currency,
    taxesIncluded: true,
    processedAt: order.purchasedAt,
    sourceIdentifier: reference,
    test: isTest,
    tags: isTest ? ['rakuten', 'test', reference] : ['rakuten', reference],
    note: isTest
      ? `Test order of Navette: do not ship. Cancel it when you have seen it.`
      : `Rakuten order ${reference}`,
    customAttributes: Object.entries(attributes)
      .filter(([, value]) => value !== '')
      .map(([key, value]) => ({ key, value })),
    metafields: [{ ...REFERENCE_FIELD, value: reference }],
    billingAddress: toMailingAddress(order.billing ?? order.delivery),
    shippingAddress: toShippingAddress(order),
    lineItems: order.lines.map(({ sku, title, quantity, priceCents }) => {
      const { id, tags } = variantOf(sku)
      return {
        // A custom line moves no stock, whoever cancels or ships it: nothing a test order could harm.
        ...(isTest ? { title, sku } : { variantId: id }),
        quantity,
        requiresShipping: true,
        priceSet: money(priceCents),
        ...taxLines(quantity * priceCents, rateOf(tags, vatTags, country), currency),
      }
    }),
    shippingLines: [
      {
        title: methodTitle(methodId) ?? (deliveryMode || MARKETPLACE),
        code: methodId ?? 'rakuten',
        priceSet: money(shippingCents),
        ...taxLines(shippingCents, standardRate(country), currency),
      },
    ],
    transactions: [
      { kind: 'SALE', status: 'SUCCESS', gateway: MARKETPLACE, amountSet: money(totalCents), test: isTest },
    ],
  }
}

/** Stock is lowered whatever the product's policy says: it was sold. Nothing is lowered and nobody is written to unless it is said here. */
export const toOrderOptions = (reference: string) => ({
  inventoryBehaviour: isTestReference(reference) ? 'BYPASS' : 'DECREMENT_IGNORING_POLICY',
  sendReceipt: false,
  sendFulfillmentReceipt: false,
})

interface States {
  readonly cancelledAt: string | null
  readonly displayFulfillmentStatus: string
  readonly displayFinancialStatus: string | null
}

/** shopify.md 3.2, with what the seller ticked beyond it. Archived (`closed`) says nothing. */
export const stateOf = (
  { cancelledAt, displayFulfillmentStatus, displayFinancialStatus }: States,
  { completedStates, cancelledStates }: Pick<Account, 'completedStates' | 'cancelledStates'>,
): OfficeState => {
  if (cancelledAt !== null) return 'cancelled'
  if (completedStates.includes(displayFulfillmentStatus)) return 'completed'
  const hasLeft = ['FULFILLED', 'PARTIALLY_FULFILLED'].includes(displayFulfillmentStatus)
  return !hasLeft && cancelledStates.includes(displayFinancialStatus ?? '') ? 'cancelled' : 'open'
}

/** @param lines all lines of the order, of every page */
export const toOfficeOrder = (
  order: WholeOrder,
  lines: readonly Line[],
  reference: string,
  account: Account,
  source: SkuSource,
): OfficeOrder => {
  const isCancelled = order.cancelledAt !== null
  // Cancelling empties an order; what was in it is what it is known by.
  const total = isCancelled ? order.totalPriceSet : order.currentTotalPriceSet
  return {
    reference,
    backOfficeRef: order.id,
    number: order.name,
    url: new URL(`/admin/orders/${order.legacyResourceId}`, account.shopUrl).href,
    state: stateOf(order, account),
    totalCents: parseCents(total.shopMoney.amount),
    lines: lines
      .map((line) => ({
        sku: codeOfLine(line, source),
        quantity: isCancelled ? line.quantity : line.currentQuantity,
      }))
      .filter(({ quantity }) => quantity > 0),
    postcode: order.shippingAddress?.zip ?? null,
  }
}
