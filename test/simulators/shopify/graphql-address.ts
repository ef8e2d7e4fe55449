import { type DocumentNode, execute, getOperationAST, getVariableValues, Kind, parse, validate } from 'graphql'
import type { Reply } from '../wire.ts'
import { deniedField } from './access.ts'
import { actualCost, requestedCost } from './cost.ts'
import type { createRoot } from './root.ts'
import { schemaOf, type Version } from './schema.ts'

export interface Plan {
  maximumAvailable: number
  /** Points a second. */
  restoreRate: number
}

interface Asked {
  readonly query?: unknown
  readonly variables?: unknown
}

const MOST_POINTS = 1_000
const VERSION: Version = '2026-10'
const MOST_ENTRIES = 250

/** Documents come again and again: what was found right once is right. */
const validated = new Map<string, DocumentNode>()

/** The GraphQL address of one shop: Shopify's own schema, its scopes, its points. */
export const createGraphqlAddress = (
  root: ReturnType<typeof createRoot>,
  { now, plan, scopes }: { readonly now: () => number; readonly plan: Plan; readonly scopes: () => readonly string[] },
) => {
  const shopify = schemaOf(VERSION)
  let available = plan.maximumAvailable
  let seenAt = now()

  const restore = (): void => {
    available = Math.min(plan.maximumAvailable, available + (Math.max(0, now() - seenAt) / 1000) * plan.restoreRate)
    seenAt = now()
  }

  return {
    /** Somebody else has used the points up. */
    drain(points: number): void {
      restore()
      available = Math.max(0, available - points)
    },

    async answer({ query, variables = {} }: Asked): Promise<Reply> {
      if (typeof query !== 'string') return json(400, { errors: { query: 'Required parameter missing or invalid' } })
      const document = validated.get(query) ?? readDocument(query)
      if ('errors' in document) return json(200, document)
      validated.set(query, document)
      const operation = getOperationAST(document)
      if (!operation || typeof variables !== 'object' || variables === null)
        return json(200, { errors: [{ message: 'No operation' }] })
      const { coerced, errors } = getVariableValues(shopify.schema, operation.variableDefinitions ?? [], {
        ...variables,
      })
      if (errors)
        return json(200, {
          errors: errors.map(({ message }) => ({ message, extensions: { code: 'INVALID_VARIABLE' } })),
        })
      if (isTooLong(coerced))
        return json(200, {
          errors: [
            {
              message: `The input array size is greater than the maximum allowed of ${MOST_ENTRIES}.`,
              extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' },
            },
          ],
        })

      const fragments = Object.fromEntries(
        document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
      )
      const requested = requestedCost({ schema: shopify.schema, operation, fragments, variables: coerced })
      restore()
      const cost = (actual: number | null) => ({
        requestedQueryCost: requested,
        actualQueryCost: actual,
        throttleStatus: { ...plan, currentlyAvailable: Math.floor(available) },
      })
      if (requested > MOST_POINTS)
        return json(200, {
          errors: [
            {
              message: `Query cost is ${requested}, which exceeds the single query max cost limit (${MOST_POINTS}).`,
              extensions: { code: 'MAX_COST_EXCEEDED' },
            },
          ],
        })
      if (requested > available)
        return json(200, {
          errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
          extensions: { cost: cost(null) },
        })

      const denied = deniedField(shopify, document, scopes())
      if (denied !== null) {
        const { message, path, requiredAccess } = denied
        return json(200, {
          data: null,
          errors: [{ message, path, extensions: { code: 'ACCESS_DENIED', requiredAccess } }],
          extensions: { cost: cost(1) },
        })
      }
      const result = await execute({
        schema: shopify.schema,
        document,
        rootValue: root,
        variableValues: { ...variables },
      })
      const actual = Math.min(requested, actualCost(result.data) - 1 + (operation.operation === 'mutation' ? 9 : 0))
      available -= actual
      return json(200, { ...result, extensions: { cost: cost(actual) } })
    },
  }
}

const readDocument = (query: string): DocumentNode | { readonly errors: readonly object[] } => {
  try {
    const document = parse(query)
    const errors = validate(schemaOf(VERSION).schema, document)
    if (errors.length === 0) return document
    return { errors: errors.map(({ message }) => ({ message, extensions: { code: 'undefinedField' } })) }
  } catch (error) {
    return { errors: [{ message: String(error) }] }
  }
}

const isTooLong = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > MOST_ENTRIES || value.some(isTooLong)
  return typeof value === 'object' && value !== null && Object.values(value).some(isTooLong)
}

export const json = (status: number, body: object): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'x-shopify-api-version': VERSION },
  body: JSON.stringify(body),
})
