import { z } from 'zod'
import { MOST_POINTS } from './facts.ts'
import { LINE, LINE_POINTS, Lines } from './order-questions.ts'
import { PAGE_INFO, pageOf } from './pages.ts'
import { connectionPoints, type Question } from './question.ts'

const Tracking = z.object({
  company: z.string().nullable(),
  number: z.string().nullable(),
  url: z.string().nullable(),
})
const State = z.object({
  id: z.string().min(1),
  cancelledAt: z.string().nullable(),
  displayFulfillmentStatus: z.string(),
  displayFinancialStatus: z.string().nullable(),
})
export type State = z.infer<typeof State>
const STATE = 'id cancelledAt displayFulfillmentStatus displayFinancialStatus'

/** What most orders need no more than: nothing taken out, and at most one parcel that holds everything. */
export const Overview = State.extend({
  edited: z.boolean(),
  subtotalLineItemsQuantity: z.number().int(),
  currentSubtotalLineItemsQuantity: z.number().int(),
  fulfillments: z.array(
    z.object({ status: z.string(), totalQuantity: z.number().int(), trackingInfo: z.array(Tracking) }),
  ),
})
export type Overview = z.infer<typeof Overview>

/** One number, and another that shows that there are more. */
export const OVERVIEW_NUMBERS = 2

const OVERVIEW = `query Overview($ids: [ID!]!) {
  nodes(ids: $ids) { ... on Order { ${STATE} edited subtotalLineItemsQuantity currentSubtotalLineItemsQuantity
    fulfillments(first: 1) { status totalQuantity trackingInfo(first: ${OVERVIEW_NUMBERS}) { company number url } } } }
}`
const OVERVIEW_POINTS = 2 + OVERVIEW_NUMBERS
/** Two hundred ids keep well below the most points that a question may cost. */
export const OVERVIEW_AT_ONCE = 200

export const readOverviews = (ids: readonly string[]) =>
  ({
    name: 'readOrders',
    document: OVERVIEW,
    variables: { ids },
    answer: z.object({ nodes: z.array(Overview.nullable()).length(ids.length) }),
    points: ids.length * OVERVIEW_POINTS,
  }) satisfies Question<unknown>

const Content = z.object({ quantity: z.number().int().nullable(), lineItem: z.object({ id: z.string() }) })
const Contents = pageOf(Content)
const CONTENT = 'quantity lineItem { id }'
const CONTENT_POINTS = 2

/** Everything about what left, and about what is still to leave. */
export const Detail = State.extend({
  lineItems: Lines,
  fulfillments: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      trackingInfo: z.array(Tracking),
      fulfillmentLineItems: Contents,
    }),
  ),
})
export type Detail = z.infer<typeof Detail>

/** How much of each list is asked for. */
export interface Reach {
  readonly lines: number
  readonly shipments: number
  readonly numbers: number
  readonly contents: number
}

const DETAILS = `query Details($ids: [ID!]!, $lines: Int!, $shipments: Int!, $numbers: Int!, $contents: Int!) {
  nodes(ids: $ids) { ... on Order { ${STATE}
    lineItems(first: $lines) { nodes { ${LINE} } ${PAGE_INFO} }
    fulfillments(first: $shipments) { id status trackingInfo(first: $numbers) { company number url }
      fulfillmentLineItems(first: $contents) { nodes { ${CONTENT} } ${PAGE_INFO} } } } }
}`

const detailPoints = ({ lines, shipments, numbers, contents }: Reach): number =>
  1 +
  connectionPoints(lines, LINE_POINTS) +
  1 +
  shipments * (1 + numbers + connectionPoints(contents, CONTENT_POINTS) + 1)

/** How many orders one question reaches. */
export const detailsAtOnce = (reach: Reach): number => Math.max(1, Math.floor(MOST_POINTS / detailPoints(reach)))

export const readDetails = (ids: readonly string[], reach: Reach) =>
  ({
    name: 'readOrder',
    document: DETAILS,
    variables: { ids, ...reach },
    answer: z.object({ nodes: z.array(Detail.nullable()).length(ids.length) }),
    points: ids.length * detailPoints(reach),
  }) satisfies Question<unknown>

const CONTENTS_AT_ONCE = 100

export const readMoreContents = (fulfillmentId: string, after: string) =>
  ({
    name: 'fulfillmentLineItems',
    document: `query MoreContents($id: ID!, $first: Int!, $after: String!) { node(id: $id) { ... on Fulfillment {
      fulfillmentLineItems(first: $first, after: $after) { nodes { ${CONTENT} } ${PAGE_INFO} } } } }`,
    variables: { id: fulfillmentId, first: CONTENTS_AT_ONCE, after },
    answer: z.object({ node: z.object({ fulfillmentLineItems: Contents }) }),
    points: 1 + connectionPoints(CONTENTS_AT_ONCE, CONTENT_POINTS) + 1,
  }) satisfies Question<unknown>
