import { getOperationAST, Kind, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { beginEdit, commitEdit, setQuantity } from '../../../../src/main/connectors/shopify/edit-questions.ts'
import { MOST_POINTS } from '../../../../src/main/connectors/shopify/facts.ts'
import {
  createOrder,
  defineReference,
  findByReference,
  readMoreLines,
  readOrder,
} from '../../../../src/main/connectors/shopify/order-questions.ts'
import {
  detailsAtOnce,
  OVERVIEW_AT_ONCE,
  readDetails,
  readMoreContents,
  readOverviews,
} from '../../../../src/main/connectors/shopify/progress-questions.ts'
import type { Question } from '../../../../src/main/connectors/shopify/question.ts'
import { FAR, NEAR } from '../../../../src/main/connectors/shopify/shipments.ts'
import { readShop } from '../../../../src/main/connectors/shopify/shop-question.ts'
import {
  listVariants,
  readVariants,
  variantsAtOnce,
} from '../../../../src/main/connectors/shopify/variant-questions.ts'
import { requestedCost } from '../../../simulators/shopify/cost.ts'
import { schemaOf } from '../../../simulators/shopify/schema.ts'

/** As Shopify's rules have it, reckoned by the other side of the wire. */
const reckoned = ({ document, variables = {} }: Question<unknown>): number => {
  const parsed = parse(document)
  const operation = getOperationAST(parsed)
  if (!operation) throw new Error('A question is one operation')
  const fragments = Object.fromEntries(
    parsed.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  )
  return requestedCost({ schema: schemaOf('2026-10').schema, operation, fragments, variables })
}

const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `gid://shopify/Order/${at}`)
const places = (count: number): readonly string[] => ids(count)

const questions: readonly (readonly [string, Question<unknown>])[] = [
  ['the field of the reference', defineReference],
  ['a look-up', findByReference('RKT-1', null)],
  ['an order', readOrder('gid://shopify/Order/1')],
  ['more lines', readMoreLines('gid://shopify/Order/1', 'x')],
  ['a creation', createOrder({}, {})],
  ['the overview of as many as go', readOverviews(ids(OVERVIEW_AT_ONCE))],
  ['the details of as many as go, near', readDetails(ids(detailsAtOnce(NEAR)), NEAR)],
  ['the details of as many as go, far', readDetails(ids(detailsAtOnce(FAR)), FAR)],
  ['more contents', readMoreContents('gid://shopify/Fulfillment/1', 'x')],
  ['a page of variants', listVariants(null, null, [])],
  ['a search of variants', listVariants("sku:'A'", null, [])],
  ...[1, 2, 7, 40].map(
    (count) => [`a page of variants at ${count} locations`, listVariants(null, null, places(count))] as const,
  ),
  ['variants by number', readVariants(ids(variantsAtOnce([])), [])],
  ['the shop', readShop],
  ['an edit', beginEdit('gid://shopify/Order/1')],
  ['a changed quantity', setQuantity('gid://shopify/CalculatedOrder/1', 'x', 1, true)],
  ['an edit’s end', commitEdit('gid://shopify/CalculatedOrder/1', '')],
]

describe('the points of a question', () => {
  it.each(questions)('are reckoned as Shopify does, and never too many: %s', (_, question) => {
    expect(question.points).toBe(reckoned(question))
    expect(question.points).toBeLessThanOrEqual(MOST_POINTS)
  })
})
