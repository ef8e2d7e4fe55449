import { getOperationAST, getVariableValues, NoDeprecatedCustomRule, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { aParcel } from '../../../batteries/back-office/harness.ts'
import { anOrderToPlace, aPlacedLine, aRelayPoint } from '../../../helpers/an-order-to-place.ts'
import { schemaOf } from '../../../simulators/shopify/schema.ts'
import { addVariant, type OpenShop, openShop, operationOf } from './a-shop.ts'

interface Sent {
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

const LINES = Array.from({ length: 150 }, (_, at) => aPlacedLine({ sku: `SKU-${at}`, quantity: 2, priceCents: 100 }))

/** A life in which everything is asked that we ever ask. */
const live = async (opened: OpenShop): Promise<void> => {
  const { backOffice, there, simulator } = opened
  simulator.app.scopes = [...simulator.app.scopes, 'write_order_edits']
  const variants = LINES.map(({ sku }) => addVariant(opened, { sku }, 9))
  await backOffice.testConnection()
  await backOffice.listChoices?.('locations')
  const relayPoint = aRelayPoint()
  await backOffice.checkOrder({ lines: [{ sku: 'SKU-1', quantity: 1 }], delivery: null, relayPoint })
  const placed = await backOffice.placeOrder(anOrderToPlace({ lines: LINES, relayPoint, methodId: 'relay' }))
  await backOffice.placeOrder(anOrderToPlace({ reference: 'TEST-1', lines: LINES.slice(0, 2) }))
  await backOffice.findOrders(placed.reference)
  await there.shipPart?.(placed, aParcel({ contents: LINES.map(({ sku }) => ({ sku, quantity: 1 })) }))
  await backOffice.readShipments([placed])
  const other = await backOffice.placeOrder(anOrderToPlace({ reference: 'RKT-2', lines: LINES.slice(0, 2) }))
  await backOffice.keepUnits(other, [{ sku: 'SKU-0', quantity: 1 }])
  await backOffice.cancelOrder(other, 'The buyer cancelled')
  await backOffice.readStock()
  expect(variants).toHaveLength(150)
}

const sentBy = async (options: {
  readonly skuSource?: string
  readonly locations?: string
}): Promise<readonly Sent[]> => {
  const { skuSource = 'sku', locations = '' } = options
  const opened = await openShop({ skuSource, values: { locations } })
  if (skuSource === 'sku') await live(opened)
  else await opened.backOffice.checkOrder({ lines: [{ sku: '7', quantity: 1 }], delivery: null, relayPoint: null })
  return opened.simulator.wire.received
    .filter((call) => operationOf(call) !== 'Token')
    .map(({ body }) => JSON.parse(body.toString()))
}

const everything = async (): Promise<readonly Sent[]> => [
  ...(await sentBy({})),
  ...(await sentBy({ locations: 'gid://shopify/Location/11,gid://shopify/Location/12' })),
  ...(await sentBy({ skuSource: 'id' })),
]

describe('everything that is sent to Shopify', () => {
  it('is what its own schema takes, of this quarter and of the last', async () => {
    const sent = await everything()

    const names = new Set(sent.map(({ query }) => /^(?:query|mutation) (\w+)/.exec(query)?.[1]))
    expect([...names].sort()).toEqual([
      ...['BeginEdit', 'Cancel', 'CommitEdit', 'Countries', 'Create', 'Define', 'Details', 'Find', 'Job', 'Locations'],
      ...['MoreContents', 'MoreLines', 'Overview', 'Read', 'SetQuantity', 'Shop', 'Variants', 'VariantsById'],
    ])
    for (const { schema } of [schemaOf('2026-07'), schemaOf('2026-10')])
      for (const { query, variables } of sent) {
        const document = parse(query)
        expect(validate(schema, document)).toEqual([])
        const operation = getOperationAST(document)
        expect(getVariableValues(schema, operation?.variableDefinitions ?? [], variables).errors).toBeUndefined()
      }
  })

  it('uses nothing that Shopify is about to take away, but the word that money stays where it is', async () => {
    const { schema } = schemaOf('2026-10')

    const told = (await everything()).flatMap(({ query }) => validate(schema, parse(query), [NoDeprecatedCustomRule]))

    expect([...new Set(told.map(({ message }) => message))]).toEqual([
      // `refund: false` is what shopify.md 4 vouches for.
      'Field "Mutation.orderCancel" argument "refund" is deprecated. Use `refundMethod` instead.',
    ])
  })
})
