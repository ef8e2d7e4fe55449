import type { OfficeProgress, OrderKey } from '../sockets/back-office.ts'
import type { Account } from './account.ts'
import type { Api } from './api.ts'
import { readLines } from './order-lines.ts'
import { readPages } from './pages.ts'
import { inPortions } from './portions.ts'
import { isCut, isPlain, toPlainProgress, toProgress } from './progress.ts'
import {
  type Detail,
  detailsAtOnce,
  OVERVIEW_AT_ONCE,
  type Reach,
  readDetails,
  readMoreContents,
  readOverviews,
} from './progress-questions.ts'
import type { SkuSource } from './sku-source.ts'

/** Enough for most orders of which a part has left. */
export const NEAR: Reach = { lines: 5, shipments: 3, numbers: 3, contents: 3 }
/** What one question can reach at most: for the one order in a thousand. */
export const FAR: Reach = { lines: 40, shipments: 12, numbers: 10, contents: 25 }

/**
 * How orders get on: an overview of all of them, then the details of those that it does not do for. An order that is not there is null
 * there, and so is one older than 60 days without `read_all_orders` (shopify.md 1.4): gone, never cancelled.
 */
export const readShipments = async (
  api: Api,
  account: Account,
  source: SkuSource,
  orders: readonly OrderKey[],
  side: string,
): Promise<ReadonlyMap<string, OfficeProgress>> => {
  const progress = new Map<string, OfficeProgress>()
  const ids = [...new Set(orders.map(({ backOfficeRef }) => backOfficeRef))]
  const closer: string[] = []
  for (const some of inPortions(ids, OVERVIEW_AT_ONCE)) {
    const { nodes } = await api.ask(readOverviews(some))
    for (const [at, id] of some.entries()) {
      const overview = nodes[at] ?? null
      if (overview === null) progress.set(id, GONE)
      else if (isPlain(overview, account)) progress.set(id, toPlainProgress(overview, account))
      else closer.push(id)
    }
  }
  const details = new Map((await lookCloser(api, side, closer)).map((detail) => [detail.id, detail]))
  for (const id of closer) {
    const detail = details.get(id)
    progress.set(id, detail === undefined ? GONE : toProgress(detail, account, source))
  }
  return progress
}

const GONE: OfficeProgress = { state: 'gone', parcels: [], lines: null }

const lookCloser = async (api: Api, side: string, ids: readonly string[]): Promise<readonly Detail[]> => {
  const near = await readReach(api, ids, NEAR)
  const cut = near.filter((detail) => isCut(detail, NEAR)).map(({ id }) => id)
  const far: Detail[] = []
  for (const detail of await readReach(api, cut, FAR)) far.push(await completed(api, side, detail))
  return [...near.filter(({ id }) => !cut.includes(id)), ...far]
}

const readReach = async (api: Api, ids: readonly string[], reach: Reach): Promise<readonly Detail[]> => {
  const details: Detail[] = []
  for (const some of inPortions(ids, detailsAtOnce(reach)))
    details.push(...(await api.ask(readDetails(some, reach))).nodes.filter((detail) => detail !== null))
  return details
}

/**
 * With every line, and everything that is in each shipment. Shipments and numbers come without pages: what lies beyond the far reach stays
 * unsaid, and its units travel with the first parcel once the whole order has left.
 */
const completed = async (api: Api, side: string, detail: Detail): Promise<Detail> => {
  const fulfillments: Detail['fulfillments'] = []
  for (const fulfillment of detail.fulfillments) {
    const { fulfillmentLineItems: first } = fulfillment
    const contents = await readPages(
      async (after) =>
        after === null ? first : (await api.ask(readMoreContents(fulfillment.id, after))).node.fulfillmentLineItems,
      { side },
    )
    fulfillments.push({ ...fulfillment, fulfillmentLineItems: { ...first, nodes: [...contents.nodes] } })
  }
  const lines = await readLines(api, detail, side)
  return { ...detail, lineItems: { ...detail.lineItems, nodes: [...lines] }, fulfillments }
}
