import type { z } from 'zod'
import { CONNECTION_POINTS } from './facts.ts'

/** One GraphQL document with its variables, and what its answer looks like. */
export interface Question<T> {
  /** What the call is called in the timeline: the operation's name. */
  readonly name: string
  readonly document: string
  readonly variables?: Readonly<Record<string, unknown>>
  /** The `data` of the answer. */
  readonly answer: z.ZodType<T>
  /** Points that Shopify reckons before it begins (shopify.md 6): 0 for a scalar, 1 for an object, more for a connection. */
  readonly points: number
  /** Changes something: never repeated by itself once it may have arrived. */
  readonly writes?: true
}

/** What a connection costs whose nodes cost so much each. */
export const connectionPoints = (first: number, nodePoints: number): number => CONNECTION_POINTS + first * nodePoints
