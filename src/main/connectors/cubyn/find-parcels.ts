import { Fault } from '../../domain/fault.ts'
import { MOST_FOUND_PAGES, PAGE_SIZE } from './facts.ts'
import { byAge, type CubynParcel, toParcels } from './parcel.ts'
import { readPage, readParcel, searchPage, type Warehouse } from './warehouse.ts'

/**
 * Every parcel whose `orderRef` is meant, cancelled ones too, each read by itself. The search is fuzzy (pitfall 6) and may lag behind, so the newest
 * parcels are looked through as well: what a try of a moment ago left behind is among them.
 */
export const findParcels = async (
  warehouse: Warehouse,
  words: string,
  isMeant: (orderRef: string) => boolean,
): Promise<readonly CubynParcel[]> => {
  const [filter] = warehouse.names.orderRefFilter
  const listed = [
    ...(filter === undefined ? await searched(warehouse, words) : await filtered(warehouse, filter, words)),
    ...(await newestParcels(warehouse)),
  ]
  const ids = new Set(listed.filter(({ orderRef }) => orderRef !== null && isMeant(orderRef)).map(({ id }) => id))
  const found: CubynParcel[] = []
  for (const id of ids) {
    const parcel = await readParcel(warehouse, id)
    if (parcel !== null) found.push(parcel)
  }
  return found.toSorted(byAge)
}

/** The last hundred, newest first. */
export const newestParcels = async (warehouse: Warehouse, offset = 0): Promise<readonly CubynParcel[]> => {
  const { names, side } = warehouse
  const query = { offset: String(offset), limit: String(PAGE_SIZE), 'sort[id]': 'DESC' }
  return toParcels((await readPage(warehouse, '/parcels', query)).rows, names, side)
}

const searched = async (warehouse: Warehouse, words: string): Promise<readonly CubynParcel[]> => {
  const { names, side } = warehouse
  const found: CubynParcel[] = []
  for (let page = 0; page < MOST_FOUND_PAGES; page += 1) {
    const query = { q: words, offset: String(page * PAGE_SIZE), limit: String(PAGE_SIZE) }
    const { rows } = await searchPage(warehouse, query)
    found.push(...toParcels(rows, names, side))
    if (rows.length < PAGE_SIZE) return found
  }
  throw tooVague(side)
}

/** By a parameter that support named; one that is ignored brings parcels of others along. */
const filtered = async (warehouse: Warehouse, filter: string, words: string): Promise<readonly CubynParcel[]> => {
  const { names, side } = warehouse
  const { rows } = await readPage(warehouse, '/parcels', { [filter]: words, offset: '0', limit: String(PAGE_SIZE) })
  const parcels = toParcels(rows, names, side)
  if (parcels.every(({ orderRef }) => orderRef === words)) return parcels
  const message = `${side} ignores “${filter}”, the correction from support for looking an order up.`
  throw new Fault('unreadable', message, { side, detail: { field: 'orderRefFilter' } })
}

const tooVague = (side: string): Fault =>
  new Fault('unreadable', `The search of ${side} finds too many parcels to tell whether one is among them.`, { side })
