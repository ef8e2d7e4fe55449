import { z } from 'zod'
import { type DeliveryMethod, rolesOfTitle } from '../../domain/delivery-mode.ts'
import type { Desk } from './desk.ts'
import { keptForAnHour } from './kept.ts'
import { readPage } from './lists.ts'
import { DeliveryMethodRow, type ShipmentMethod } from './schemas.ts'

const Method = z.object({ id: z.string(), title: z.string() })

/** The shop's delivery methods. One for the back office alone is listed too: whether a checkout is offered it is not known. */
export const listMethods = async (desk: Desk): Promise<readonly DeliveryMethod[]> => {
  const methods = await keptForAnHour(desk.ports, 'methods', z.array(Method), () => readMethods(desk))
  return methods.map((method) => ({ ...method, serves: rolesOfTitle(method.title) }))
}

const readMethods = async ({ api }: Desk): Promise<z.infer<typeof Method>[]> => {
  const rows = await readPage(api, { path: 'shippingmethods', key: 'shippingmethods', row: DeliveryMethodRow }, 1)
  return rows.map(({ id, title }) => ({ id: String(id), title: title || `Method ${id}` }))
}

/** The part of `core|33265|55707` that names the method; the last one is a price of it (lightspeed.md 2.1, 3). */
export const methodIdOf = (offered: string): string => offered.split('|')[1] ?? offered

export interface ChosenMethod {
  readonly method: ShipmentMethod
  /** False: the shop does not offer this parcel the method that was asked for. */
  readonly isAsked: boolean
}

/** Of what the checkout is offered: the method asked for, else one for ordinary parcels, else any. Null: nothing is offered. */
export const chooseMethod = (offered: readonly ShipmentMethod[], asked: string | null): ChosenMethod | null => {
  const wanted = offered.find(({ id }) => methodIdOf(id) === asked)
  if (wanted !== undefined) return { method: wanted, isAsked: true }
  const method = offered.find(({ title }) => rolesOfTitle(title).includes('standard')) ?? offered[0]
  return method === undefined ? null : { method, isAsked: asked === null }
}
