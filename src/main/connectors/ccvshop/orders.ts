import { isFault } from '../../domain/fault.ts'
import type { OfficeOrder } from '../sockets/back-office.ts'
import { NOT_FOUND } from './judge.ts'
import { toOfficeOrder } from './mapping.ts'
import { list } from './pages.ts'
import { Order, Row } from './schemas.ts'
import type { Shop } from './shop.ts'

export const isId = (ref: string): boolean => /^[1-9]\d{0,14}$/.test(ref)

/** An order by its id; null when it is not there any more. */
export const readOrder = async ({ api }: Pick<Shop, 'api'>, ref: string): Promise<Order | null> => {
  if (!isId(ref)) return null
  try {
    return await api.get(`orders/${ref}/`, { expand: 'orderrows' }, Order)
  } catch (error) {
    if (isFault(error) && error.detail['code'] === NOT_FOUND) return null
    throw error
  }
}

/** Asked for by themselves where the shop did not put them into the order. */
export const readRows = async ({ api }: Pick<Shop, 'api'>, { id, orderrows }: Order): Promise<readonly Row[]> =>
  orderrows ??
  list(
    api,
    `orders/${id}/orderrows/`,
    {},
    Row.refine(hasId).transform((row) => ({ ...row, id: row.id ?? 0 })),
  )

const hasId = ({ id }: Row): boolean => typeof id === 'number'

export const asItStands = async (shop: Shop, order: Order, reference: string): Promise<OfficeOrder> =>
  toOfficeOrder(order, await readRows(shop, order), shop, reference)
