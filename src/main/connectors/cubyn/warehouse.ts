import { isFault } from '../../domain/fault.ts'
import type { Api, Query } from './api.ts'
import { isNotThere } from './error-answers.ts'
import type { createLeftParcels } from './left-parcels.ts'
import { ListAnswer, type Page, toPage } from './lists.ts'
import { Row } from './named-fields.ts'
import type { Names } from './names.ts'
import type { Meaning } from './order-parcels.ts'
import { type CubynParcel, toParcel } from './parcel.ts'
import type { Statuses } from './statuses.ts'

/** One account at Cubyn as the seller connected it: how to speak to it, and what its words mean. */
export interface Warehouse extends Meaning {
  readonly api: Api
  readonly names: Names
  readonly statuses: Statuses
  readonly givesEmail: boolean
  readonly left: ReturnType<typeof createLeftParcels>
}

export const readPage = async ({ api, names, side }: Warehouse, path: string, query: Query): Promise<Page> =>
  toPage(await api.get(path, query, ListAnswer), names, side)

/** The same of the search, which wants a token of its own (cubyn.md 1). */
export const searchPage = async ({ api, names, side }: Warehouse, query: Query): Promise<Page> =>
  toPage(await api.getWithToken('/search/parcel', query, ListAnswer), names, side)

/** Null when it is not there any more. */
export const readParcel = async ({ api, names, side }: Warehouse, id: string): Promise<CubynParcel | null> => {
  // Cubyn's ids are numbers: any other text would be an address of its own.
  if (!/^[1-9]\d*$/.test(id)) return null
  try {
    return toParcel((await api.get(`/parcels/${id}`, {}, Row)).value, names, side)
  } catch (error) {
    if (isFault(error) && isNotThere(error)) return null
    throw error
  }
}
