import { GraphQLError } from 'graphql'

export interface PageArguments {
  readonly first?: number
  readonly after?: string
}

/** A page of nodes behind a cursor; as deep as Shopify goes, and as wide. */
export const connectionOf = <T>(all: readonly T[], view: (node: T) => object, { first, after }: PageArguments) => {
  if (first === undefined) throw new GraphQLError('you must provide one of first or last')
  if (first > 250) throw new GraphQLError(`first cannot exceed 250`)
  const from = after === undefined || after === null ? 0 : Number(Buffer.from(after, 'base64').toString()) + 1
  if (Number.isNaN(from)) throw new GraphQLError('Invalid cursor for current pagination sort.')
  if (from + first > 25_000) throw new GraphQLError('Cannot page beyond 25000 objects')
  const nodes = all.slice(from, from + first)
  const end = nodes.length === 0 ? null : Buffer.from(String(from + nodes.length - 1)).toString('base64')
  return {
    nodes: nodes.map(view),
    pageInfo: { hasNextPage: from + nodes.length < all.length, endCursor: end },
  }
}
