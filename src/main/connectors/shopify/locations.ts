import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { Choice } from '../sockets/definition.ts'
import type { Api } from './api.ts'
import { MOST_NODES } from './facts.ts'
import { PAGE_INFO, pageOf, readPages } from './pages.ts'
import { connectionPoints, type Question } from './question.ts'

const listActive = (after: string | null) =>
  ({
    name: 'locations',
    document: `query Locations($first: Int!, $after: String) {
      locations(first: $first, after: $after, includeLegacy: true) { nodes { id name } ${PAGE_INFO} } }`,
    variables: { first: MOST_NODES, after },
    answer: z.object({
      locations: pageOf(z.object({ id: z.string(), name: z.string() })),
    }),
    points: connectionPoints(MOST_NODES, 1) + 1,
  }) satisfies Question<unknown>

/** The places where the shop keeps stock, those of fulfillment services among them. */
export const listLocations = async (api: Api, side: string): Promise<readonly Choice[]> => {
  const { nodes } = await readPages(async (after) => (await api.ask(listActive(after))).locations, { side })
  return nodes.map(({ id, name }) => ({ value: id, label: name }))
}

/** A location that is gone answers for every product that there is nothing: that must not become a stock of zero. */
export const checkLocations = async (api: Api, ticked: readonly string[], side: string): Promise<void> => {
  if (ticked.length === 0) return
  const active = new Set((await listLocations(api, side)).map(({ value }) => value))
  if (ticked.every((id) => active.has(id))) return
  throw new Fault(
    'settings',
    `A location whose stock counts is not active in ${side} any more: choose the locations again.`,
    {
      side,
      detail: { field: 'locations' },
    },
  )
}
