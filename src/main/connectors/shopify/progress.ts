import type { Parcel, ParcelContent } from '../../domain/parcel.ts'
import type { OfficeProgress } from '../sockets/back-office.ts'
import type { Account } from './account.ts'
import { stateOf } from './mapping.ts'
import { type Detail, OVERVIEW_NUMBERS, type Overview, type Reach } from './progress-questions.ts'
import { codeOfLine, type SkuSource } from './sku-source.ts'

type States = Pick<Account, 'completedStates' | 'cancelledStates'>

/** True where the overview tells everything: nothing was taken out, and nothing has left, or all of it in one shipment with one number. */
export const isPlain = (overview: Overview, states: States): boolean => {
  if (stateOf(overview, states) === 'cancelled') return true
  const { edited, subtotalLineItemsQuantity: sold, currentSubtotalLineItemsQuantity: left, fulfillments } = overview
  if (edited || sold !== left) return false
  const [first] = fulfillments
  if (first === undefined) return true
  return first.status === 'SUCCESS' && first.totalQuantity === left && first.trackingInfo.length < OVERVIEW_NUMBERS
}

export const toPlainProgress = (overview: Overview, states: States): OfficeProgress => ({
  state: stateOf(overview, states),
  parcels: overview.fulfillments.filter(hasLeft).flatMap(({ trackingInfo }) => parcelsOf(trackingInfo, [])),
  lines: null,
})

/** True when a list may go on beyond what was asked for. */
export const isCut = ({ lineItems, fulfillments }: Detail, { shipments, numbers }: Reach): boolean =>
  lineItems.pageInfo.hasNextPage ||
  fulfillments.length === shipments ||
  fulfillments.some(
    ({ trackingInfo, fulfillmentLineItems }) =>
      trackingInfo.length === numbers || fulfillmentLineItems.pageInfo.hasNextPage,
  )

export const toProgress = (detail: Detail, states: States, source: SkuSource): OfficeProgress => {
  const { nodes } = detail.lineItems
  const codes = new Map(nodes.map((line) => [line.id, codeOfLine(line, source)]))
  const shipped = detail.fulfillments.filter(hasLeft)
  const leftOf = (id: string): number =>
    shipped
      .flatMap(({ fulfillmentLineItems }) => fulfillmentLineItems.nodes)
      .reduce((sum, { quantity, lineItem }) => sum + (lineItem.id === id ? (quantity ?? 0) : 0), 0)
  return {
    state: stateOf(detail, states),
    parcels: shipped.flatMap(({ trackingInfo, fulfillmentLineItems }) =>
      parcelsOf(
        trackingInfo,
        fulfillmentLineItems.nodes.map(({ quantity, lineItem }) => ({
          sku: codes.get(lineItem.id) ?? '',
          quantity: quantity ?? 0,
        })),
      ),
    ),
    // What came back after it had left was not taken out before.
    lines: nodes
      .map((line) => ({
        sku: codes.get(line.id) ?? '',
        quantity: Math.max(line.currentQuantity, leftOf(line.id)),
      }))
      .filter(({ quantity }) => quantity > 0),
  }
}

/** shopify.md 3.2: the other statuses are plans and failures. */
const hasLeft = ({ status }: { readonly status: string }): boolean => status === 'SUCCESS'

interface Tracking {
  readonly company: string | null
  readonly number: string | null
  readonly url: string | null
}

/** One shipment may bear several numbers and does not say what is in which: the first speaks for all its units, the others for none. */
const parcelsOf = (tracking: readonly Tracking[], contents: readonly ParcelContent[]): readonly Parcel[] => {
  const [first = { company: null, number: null, url: null }, ...others] = tracking
  const none = contents.map(({ sku }) => ({ sku, quantity: 0 }))
  return [toParcel(first, contents), ...others.map((one) => toParcel(one, none))]
}

const toParcel = ({ company, number, url }: Tracking, contents: readonly ParcelContent[]): Parcel => ({
  carrierName: company,
  carrierCode: null,
  trackingNumber: number,
  trackingUrl: url,
  contents,
})
