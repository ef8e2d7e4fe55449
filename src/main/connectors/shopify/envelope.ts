import { z } from 'zod'

const GraphqlError = z.object({
  message: z.string().default(''),
  path: z.array(z.union([z.string(), z.number()])).nullish(),
  extensions: z.object({ code: z.string().optional() }).nullish(),
})
export type GraphqlError = z.infer<typeof GraphqlError>

/** What every answer of the GraphQL address is wrapped in (shopify.md 6). `errors` is a bare text where the call itself was refused. */
export const Envelope = z.object({
  data: z.unknown().optional(),
  errors: z.union([z.array(GraphqlError), z.string().transform((message): GraphqlError[] => [{ message }])]).optional(),
  extensions: z
    .object({
      cost: z
        .object({
          requestedQueryCost: z.number(),
          throttleStatus: z.object({
            maximumAvailable: z.number().positive(),
            currentlyAvailable: z.number(),
            restoreRate: z.number().positive(),
          }),
        })
        .optional(),
    })
    .optional(),
})
export type Envelope = z.infer<typeof Envelope>

export const isThrottled = ({ errors = [] }: Envelope): boolean =>
  errors.some(({ extensions }) => extensions?.code === 'THROTTLED')

/**
 * Errors that spoil the answer. A buyer's address is kept from some older apps (shopify.md 1.4): that part is null, and the rest is good.
 */
export const spoilingErrors = ({ errors = [] }: Envelope): readonly GraphqlError[] =>
  errors.filter(({ path, extensions }) => !(path?.at(-1) === 'shippingAddress' && extensions?.code === 'ACCESS_DENIED'))

/** What a mutation declines, in Shopify's words. */
export const UserErrors = z.array(
  z.object({
    code: z.string().nullish(),
    field: z.array(z.string()).nullish(),
    message: z.string(),
  }),
)
export type UserErrors = z.infer<typeof UserErrors>

export const wordsOf = (errors: readonly { readonly message: string }[]): string =>
  [...new Set(errors.map(({ message }) => message))].join(' ') || 'no reason given'
