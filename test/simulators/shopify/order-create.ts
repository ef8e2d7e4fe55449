import {
  centsOf,
  gid,
  type Line,
  move,
  nextNumber,
  type Order,
  type OrderInput,
  type Shop,
  type Variant,
} from './state.ts'

export interface UserError {
  readonly code: string | null
  readonly field: readonly string[] | null
  readonly message: string
}

export interface OrderOptions {
  readonly inventoryBehaviour?: string
  readonly sendReceipt?: boolean
  readonly sendFulfillmentReceipt?: boolean
}

/** `orderCreate` (shopify.md 2.3): strict about what it is sent, and silent about stock and mails unless told. */
export const createOrder = (
  shop: Shop,
  input: OrderInput,
  options: OrderOptions | undefined,
): { readonly order: Order | null; readonly userErrors: readonly UserError[] } => {
  const userErrors = [
    ...linesErrors(shop, input),
    ...moneyErrors(shop, input),
    ...metafieldErrors(shop, input),
    ...textErrors(input),
  ]
  if (shop.isOnTrial && shop.orders.filter(({ createdAt }) => shop.now() - createdAt < 60_000).length >= 5)
    userErrors.push({
      code: null,
      field: null,
      message: 'Exceeded order API rate limit, this limit will be raised once your store is on a paid plan.',
    })
  // `options` left out means that stock is left alone.
  const behaviour = options?.inventoryBehaviour ?? 'BYPASS'
  if (behaviour === 'DECREMENT_OBEYING_POLICY' && !canClaim(shop, input))
    userErrors.push({
      code: 'INVENTORY_CLAIM_FAILED',
      field: ['order', 'lineItems'],
      message: 'Unable to reserve inventory.',
    })
  if (userErrors.length > 0) return { order: null, userErrors }
  const order = keep(shop, input, behaviour !== 'BYPASS')
  if (options?.sendReceipt && (input.email || input.customer)) shop.mails += 1
  return { order, userErrors: [] }
}

const keep = (shop: Shop, input: OrderInput, takesStock: boolean): Order => {
  const order: Order = {
    number: nextNumber(shop),
    name: `#${1001 + shop.orders.length}`,
    createdAt: shop.now(),
    input,
    lines: (input.lineItems ?? []).map((line): Line => {
      const variant = variantOf(shop, line.variantId)
      const takenFrom = takesStock && variant?.tracked ? placeFor(shop, variant, line.quantity) : null
      move(variant, takenFrom, -line.quantity)
      return {
        ...{ number: nextNumber(shop), variant, takenFrom, quantity: line.quantity, currentQuantity: line.quantity },
        sku: line.sku ?? variant?.sku ?? null,
        title: line.title ?? variant?.productTitle ?? '',
        requiresShipping: line.requiresShipping,
        unitCents: line.priceSet === undefined ? Math.round(Number(variant?.price ?? 0) * 100) : centsOf(line.priceSet),
        taxCents: (line.taxLines ?? []).reduce((sum, { priceSet }) => sum + centsOf(priceSet), 0),
      }
    }),
    fulfillments: [],
    cancelledAt: null,
    edited: false,
    refunded: false,
    hasActiveReturn: false,
    closed: false,
    waitsAs: null,
  }
  shop.orders.push(order)
  return order
}

export const variantOf = (shop: Shop, id: string | undefined): Variant | null =>
  shop.variants.find(({ number }) => gid('ProductVariant', number) === id) ?? null

/** The first place that has enough; else the first that stocks it at all. */
const placeFor = (shop: Shop, { levels }: Variant, units: number): number | null => {
  const places = shop.locations
    .filter(({ number, isActive }) => isActive && levels.has(number))
    .map(({ number }) => number)
  return places.find((place) => (levels.get(place) ?? 0) >= units) ?? places[0] ?? null
}

const canClaim = (shop: Shop, { lineItems = [] }: OrderInput): boolean =>
  lineItems.every(({ variantId, quantity }) => {
    const variant = variantOf(shop, variantId)
    if (variant === null || !variant.tracked || variant.policy === 'CONTINUE') return true
    return [...variant.levels.values()].reduce((sum, units) => sum + units, 0) >= quantity
  })

const invalid = (field: readonly string[], message: string): UserError => ({
  code: 'INVALID',
  field: ['order', ...field],
  message,
})

const linesErrors = (shop: Shop, { lineItems = [], taxLines = [], shippingLines = [] }: OrderInput): UserError[] => {
  if (lineItems.length === 0) return [invalid(['lineItems'], 'Line items must have at least one line item')]
  return lineItems.flatMap((line, at) => {
    const path = ['lineItems', String(at)]
    const errors: UserError[] = []
    if (line.quantity < 1) errors.push(invalid([...path, 'quantity'], 'Quantity must be greater than 0'))
    if (line.variantId !== undefined && variantOf(shop, line.variantId) === null)
      errors.push(invalid([...path, 'variantId'], 'Product variant does not exist'))
    if (line.variantId === undefined && (line.title ?? '') === '')
      errors.push(invalid([...path, 'title'], "Title can't be blank"))
    if (line.variantId === undefined && line.priceSet === undefined)
      errors.push(invalid([...path, 'priceSet'], "Price can't be blank"))
    if (taxLines.length > 0 && [...lineItems, ...shippingLines].some((one) => (one.taxLines ?? []).length > 0))
      errors.push(invalid(['taxLines'], 'Tax lines can be specified on the order or the line items but not both'))
    return errors
  })
}

const moneyErrors = (shop: Shop, input: OrderInput): UserError[] => {
  const currency = input.currency ?? shop.currency
  const amounts = [
    ...(input.lineItems ?? []).flatMap(({ priceSet, taxLines = [] }) => [
      priceSet,
      ...taxLines.map((tax) => tax.priceSet),
    ]),
    ...(input.shippingLines ?? []).flatMap(({ priceSet, taxLines = [] }) => [
      priceSet,
      ...taxLines.map((tax) => tax.priceSet),
    ]),
    ...(input.transactions ?? []).map(({ amountSet }) => amountSet),
  ].filter((money) => money !== undefined)
  const errors = amounts
    .filter(({ shopMoney }) => shopMoney.currencyCode !== currency)
    .map(() => invalid(['currency'], 'All amounts must be in the currency of the order'))
  const negative = (input.shippingLines ?? []).some(({ priceSet }) => Number(priceSet.shopMoney.amount) < 0)
  return negative ? [...errors, invalid(['shippingLines'], "Price can't be negative")] : errors
}

/** The value of an `id` field belongs to one order (shopify.md 2.1). */
const metafieldErrors = (shop: Shop, { metafields = [] }: OrderInput): UserError[] =>
  metafields.flatMap(({ namespace, key, type, value }, at) => {
    const path = ['metafields', String(at)]
    if (namespace === undefined || key === undefined || !value)
      return [invalid(path, "Namespace, key and value can't be blank")]
    const defined = shop.definitions.get(`ORDER:${namespace}.${key}`)
    if (defined === undefined && type === undefined) return [invalid([...path, 'type'], "Type can't be blank")]
    const isTaken = shop.orders.some(({ input }) =>
      input.metafields?.some((one) => one.namespace === namespace && one.key === key && one.value === value),
    )
    return defined === 'id' && isTaken
      ? [invalid([...path, 'value'], 'Value must be unique. This value is already in use.')]
      : []
  })

const LONGEST = 255

const textErrors = ({ billingAddress, shippingAddress, tags = [], customAttributes = [] }: OrderInput): UserError[] => [
  ...Object.entries({ billingAddress, shippingAddress }).flatMap(([name, address]) =>
    Object.entries(address ?? {}).flatMap(([part, text]) => {
      if (typeof text !== 'string') return []
      if (text.length > LONGEST)
        return [invalid([name, part], `${part} is too long (maximum is ${LONGEST} characters)`)]
      return part === 'phone' && !/^\+[1-9]\d{6,14}$/.test(text) ? [invalid([name, part], 'Phone is invalid')] : []
    }),
  ),
  ...tags
    .filter((tag) => tag.length > 40 || tag.includes(','))
    .map(() => invalid(['tags'], 'Tags must be 40 characters at most')),
  ...customAttributes
    .filter(({ key, value }) => key === '' || value === '')
    .map(() => invalid(['customAttributes'], "Custom attributes can't be blank")),
]
