import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'

export interface Page<T> {
  readonly nodes: readonly T[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** A connection's nodes, and where they go on. */
export const pageOf = <T>(node: z.ZodType<T>) =>
  z.object({
    nodes: z.array(node),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  })

export const PAGE_INFO = 'pageInfo { hasNextPage endCursor }'

interface Reading {
  readonly side: string
  /** No page is asked for that would end beyond so many nodes. */
  readonly deepest?: number
}

/** Every node of a connection, page by page; `isWhole` is false when the depth was reached first. */
export const readPages = async <T>(
  read: (after: string | null) => Promise<Page<T>>,
  { side, deepest = Number.POSITIVE_INFINITY }: Reading,
): Promise<{ readonly nodes: readonly T[]; readonly isWhole: boolean }> => {
  const nodes: T[] = []
  let after: string | null = null
  for (;;) {
    const page = await read(after)
    nodes.push(...page.nodes)
    const { hasNextPage, endCursor } = page.pageInfo
    if (!hasNextPage) return { nodes, isWhole: true }
    // A page that promises more and does not say where would be read for ever, or taken for the last.
    if (page.nodes.length === 0 || endCursor === null || endCursor === after)
      throw new Fault('unreadable', `${side} answered a page that promises more and does not say where.`, { side })
    if (nodes.length + page.nodes.length > deepest) return { nodes, isWhole: false }
    after = endCursor
  }
}
