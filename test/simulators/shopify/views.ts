import { GraphQLError } from 'graphql'
import { connectionOf, type PageArguments } from './connection.ts'
import {
  centsOf,
  type Fulfillment,
  fulfilledOf,
  gid,
  type Line,
  type Order,
  type Shop,
  unfulfilledOf,
  type Variant,
} from './state.ts'

/** What the schema's types show of the shop; fields with arguments are functions. */
export const createViews = (shop: Shop) => {
  const money = (cents: number) => {
    const amount = { amount: (cents / 100).toFixed(2), currencyCode: shop.currency }
    return { shopMoney: amount, presentmentMoney: amount }
  }

  const variant = (one: Variant): object => ({
    __typename: 'ProductVariant',
    id: gid('ProductVariant', one.number),
    legacyResourceId: String(one.number),
    sku: one.sku,
    barcode: one.barcode,
    price: one.price,
    displayName: `${one.productTitle} - Default Title`,
    inventoryPolicy: one.policy,
    // A part of an answer that could not be had is null, and said so beside it.
    inventoryQuantity: () => {
      if (shop.stockIsBroken)
        throw new GraphQLError('Something went wrong', { extensions: { code: 'INTERNAL_SERVER_ERROR' } })
      return shop.locations
        .filter(({ isActive }) => isActive)
        .reduce((sum, { number }) => sum + (one.levels.get(number) ?? 0), 0)
    },
    product: {
      id: gid('Product', one.number),
      title: one.productTitle,
      status: one.status,
      tags: one.tags,
    },
    inventoryItem: {
      id: gid('InventoryItem', one.number),
      sku: one.sku,
      tracked: one.tracked,
      inventoryLevel: ({ locationId }: { readonly locationId: string }) => level(one, locationId),
    },
  })

  const level = ({ levels }: Variant, locationId: string): object | null => {
    if (shop.stockIsBroken)
      throw new GraphQLError('Something went wrong', { extensions: { code: 'INTERNAL_SERVER_ERROR' } })
    const place = shop.locations.find(({ number, isActive }) => isActive && gid('Location', number) === locationId)
    const units = place === undefined ? undefined : levels.get(place.number)
    if (place === undefined || units === undefined) return null
    return {
      location: location(place),
      isActive: true,
      quantities: ({ names }: { readonly names: readonly string[] }) =>
        names.map((name) => ({ name, quantity: name === 'available' ? units : 0 })),
    }
  }

  const location = ({ number, name, isActive }: Shop['locations'][number]): object => ({
    id: gid('Location', number),
    name,
    isActive,
  })

  const line = (order: Order, one: Line): object => ({
    id: gid('LineItem', one.number),
    sku: one.sku,
    title: one.title,
    quantity: one.quantity,
    currentQuantity: one.currentQuantity,
    unfulfilledQuantity: unfulfilledOf(order, one),
    requiresShipping: one.requiresShipping,
    variant: one.variant !== null && shop.variants.includes(one.variant) ? variant(one.variant) : null,
  })

  const fulfillment = (order: Order, one: Fulfillment): object => ({
    __typename: 'Fulfillment',
    id: gid('Fulfillment', one.number),
    status: one.status,
    createdAt: new Date(one.createdAt).toISOString(),
    totalQuantity: one.contents.reduce((sum, { quantity }) => sum + quantity, 0),
    trackingInfo: ({ first }: { readonly first?: number }) => one.tracking.slice(0, first),
    fulfillmentLineItems: (page: PageArguments) =>
      connectionOf(
        one.contents,
        (content) => ({ quantity: content.quantity, lineItem: line(order, content.line) }),
        page,
      ),
  })

  const order = (one: Order): object => {
    const { input, lines } = one
    const shipping = (input.shippingLines ?? []).reduce((sum, { priceSet }) => sum + centsOf(priceSet), 0)
    const units = (of: (line: Line) => number): number => lines.reduce((sum, line) => sum + of(line), 0)
    const address = input.shippingAddress
    return {
      __typename: 'Order',
      id: gid('Order', one.number),
      legacyResourceId: String(one.number),
      name: one.name,
      createdAt: new Date(one.createdAt).toISOString(),
      sourceIdentifier: input.sourceIdentifier ?? null,
      test: input.test,
      closed: one.closed,
      edited: one.edited,
      cancelledAt: one.cancelledAt === null ? null : new Date(one.cancelledAt).toISOString(),
      displayFinancialStatus: financialStatus(one),
      displayFulfillmentStatus: fulfillmentStatus(one),
      subtotalLineItemsQuantity: units(({ quantity }) => quantity),
      currentSubtotalLineItemsQuantity: units(({ currentQuantity }) => currentQuantity),
      totalPriceSet: money(units(({ quantity, unitCents }) => quantity * unitCents) + shipping + taxOnTop(one)),
      currentTotalPriceSet: money(
        units(({ currentQuantity, unitCents }) => currentQuantity * unitCents) + shipping + taxOnTop(one),
      ),
      shippingAddress: () => {
        if (!shop.hidesBuyers) return address === undefined ? null : { ...address, zip: address.zip ?? null }
        throw new GraphQLError('This app is not approved to access the shippingAddress field.', {
          extensions: { code: 'ACCESS_DENIED' },
        })
      },
      lineItems: (page: PageArguments) => connectionOf(lines, (it) => line(one, it), page),
      fulfillments: ({ first }: { readonly first?: number }) =>
        one.fulfillments.slice(0, first).map((it) => fulfillment(one, it)),
    }
  }

  return { variant, location, order, fulfillment }
}

/** Prices that are said to be without taxes get them on top. */
const taxOnTop = ({ input, lines }: Order): number =>
  input.taxesIncluded ? 0 : lines.reduce((sum, { taxCents }) => sum + taxCents, 0)

const financialStatus = (order: Order): string => {
  if (order.refunded) return 'REFUNDED'
  const paid = (order.input.transactions ?? [])
    .filter(({ kind, status }) => kind === 'SALE' && status === 'SUCCESS')
    .reduce((sum, { amountSet }) => sum + centsOf(amountSet), 0)
  const goods = order.lines.reduce((sum, { quantity, unitCents }) => sum + quantity * unitCents, 0)
  const shipping = (order.input.shippingLines ?? []).reduce((sum, { priceSet }) => sum + centsOf(priceSet), 0)
  if (paid === 0) return 'PENDING'
  return paid < goods + shipping + taxOnTop(order) ? 'PARTIALLY_PAID' : 'PAID'
}

const fulfillmentStatus = (order: Order): string => {
  const toShip = order.lines.filter(({ requiresShipping }) => requiresShipping)
  if (toShip.length === 0) return 'FULFILLMENT_NOT_REQUIRED'
  const left = toShip.reduce((sum, line) => sum + fulfilledOf(order, line), 0)
  const waiting = toShip.reduce((sum, line) => sum + unfulfilledOf(order, line), 0)
  if (waiting > 0 && order.waitsAs !== null) return order.waitsAs
  if (left === 0) return 'UNFULFILLED'
  return waiting === 0 ? 'FULFILLED' : 'PARTIALLY_FULFILLED'
}
