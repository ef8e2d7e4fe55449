import { z } from 'zod'
import { UserErrors } from './envelope.ts'
import { MUTATION_POINTS, REFERENCE_FIELD } from './facts.ts'
import { PAGE_INFO, pageOf } from './pages.ts'
import { connectionPoints, type Question } from './question.ts'
import { quoted } from './quoted.ts'

const LINES_AT_ONCE = 20
const FOUND_AT_ONCE = 10

const Money = z.object({ shopMoney: z.object({ amount: z.string() }) })

export const Line = z.object({
  id: z.string(),
  sku: z.string().nullable(),
  quantity: z.number().int(),
  currentQuantity: z.number().int(),
  variant: z.object({ barcode: z.string().nullable(), legacyResourceId: z.string() }).nullable(),
})
export type Line = z.infer<typeof Line>
export const LINE = 'id sku quantity currentQuantity variant { barcode legacyResourceId }'
export const LINE_POINTS = 2

export const Lines = pageOf(Line)

/** An order as it stands in the shop. */
export const WholeOrder = z.object({
  id: z.string().min(1),
  name: z.string(),
  legacyResourceId: z.string(),
  sourceIdentifier: z.string().nullable(),
  cancelledAt: z.string().nullable(),
  displayFulfillmentStatus: z.string(),
  displayFinancialStatus: z.string().nullable(),
  totalPriceSet: Money,
  currentTotalPriceSet: Money,
  shippingAddress: z.object({ zip: z.string().nullable() }).nullable(),
  lineItems: Lines,
})
export type WholeOrder = z.infer<typeof WholeOrder>

const WHOLE_ORDER = `fragment Whole on Order {
  id name legacyResourceId sourceIdentifier cancelledAt displayFulfillmentStatus displayFinancialStatus
  totalPriceSet { shopMoney { amount } } currentTotalPriceSet { shopMoney { amount } }
  shippingAddress { zip }
  lineItems(first: ${LINES_AT_ONCE}) { nodes { ${LINE} } ${PAGE_INFO} }
}`
// Itself, two sums of two objects each, the address, its lines and where they go on.
const WHOLE_ORDER_POINTS = 6 + connectionPoints(LINES_AT_ONCE, LINE_POINTS) + 1

const DEFINE = `mutation Define($definition: MetafieldDefinitionInput!) {
  metafieldDefinitionCreate(definition: $definition) { userErrors { code field message } }
}`

/** Makes the reference field known and its values unique (shopify.md 2.1). Safe to repeat: one that is there already is `TAKEN`. */
export const defineReference = {
  name: 'metafieldDefinitionCreate',
  document: DEFINE,
  variables: {
    definition: {
      name: 'Marketplace order id',
      ...REFERENCE_FIELD,
      ownerType: 'ORDER',
      type: 'id',
    },
  },
  answer: z.object({ metafieldDefinitionCreate: z.object({ userErrors: UserErrors }) }),
  points: MUTATION_POINTS + 1,
} as const satisfies Question<unknown>

const FIND = `query Find($identifier: OrderIdentifierInput!, $search: String!, $after: String) {
  byField: orderByIdentifier(identifier: $identifier) { ...Whole }
  bySearch: orders(first: ${FOUND_AT_ONCE}, query: $search, after: $after) {
    nodes { ...Whole } ${PAGE_INFO}
  }
}
${WHOLE_ORDER}`

/** By our field, which is exact and at once, and by the search, which finds what a plugin or an older version made (shopify.md 2.4). */
export const findByReference = (reference: string, after: string | null) =>
  ({
    name: 'findOrders',
    document: FIND,
    variables: {
      identifier: { customId: { ...REFERENCE_FIELD, value: reference } },
      search: `source_identifier:${quoted(reference)}`,
      after,
    },
    answer: z.object({
      byField: WholeOrder.nullable(),
      bySearch: pageOf(WholeOrder),
    }),
    points: WHOLE_ORDER_POINTS + connectionPoints(FOUND_AT_ONCE, WHOLE_ORDER_POINTS) + 1,
  }) satisfies Question<unknown>

const READ = `query Read($id: ID!) { order(id: $id) { ...Whole } }
${WHOLE_ORDER}`

export const readOrder = (id: string) =>
  ({
    name: 'order',
    document: READ,
    variables: { id },
    answer: z.object({ order: WholeOrder.nullable() }),
    points: WHOLE_ORDER_POINTS,
  }) satisfies Question<unknown>

const MORE_LINES = `query MoreLines($id: ID!, $after: String) {
  order(id: $id) { lineItems(first: ${LINES_AT_ONCE}, after: $after) { nodes { ${LINE} } ${PAGE_INFO} } }
}`

export const readMoreLines = (id: string, after: string | null) =>
  ({
    name: 'lineItems',
    document: MORE_LINES,
    variables: { id, after },
    answer: z.object({ order: z.object({ lineItems: Lines }) }),
    points: 1 + connectionPoints(LINES_AT_ONCE, LINE_POINTS) + 1,
  }) satisfies Question<unknown>

const CREATE = `mutation Create($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
  orderCreate(order: $order, options: $options) { order { id } userErrors { code field message } }
}`

/** `order` and `options` as shopify.md 2.3 shows them. */
export const createOrder = (order: object, options: object) =>
  ({
    name: 'orderCreate',
    document: CREATE,
    variables: { order, options },
    answer: z.object({
      orderCreate: z.object({ order: z.object({ id: z.string().min(1) }).nullable(), userErrors: UserErrors }),
    }),
    points: MUTATION_POINTS + 2,
    writes: true,
  }) satisfies Question<unknown>
