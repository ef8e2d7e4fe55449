import { type DeliveryMethod, rolesOfTitle } from '../../domain/delivery-mode.ts'
import { toQuery } from './criteria.ts'
import { DEFAULT_METHOD, LARGEST_PAGE } from './facts.ts'
import { pageOf, RecentOrder } from './schemas.ts'
import type { Desk } from './settings.ts'

/**
 * [C] The service tells no shipping methods without a cart, and takes any code. These are of the carrier every shop has; the word behind it
 * tells whoever prints the labels what the buyer chose.
 */
const OWN_METHODS: readonly DeliveryMethod[] = [
  { id: DEFAULT_METHOD, title: 'Flat rate', serves: ['standard'] },
  { id: 'flatrate_signed', title: 'Flat rate, with signature', serves: ['signed'] },
  { id: 'flatrate_express', title: 'Flat rate, express', serves: ['express'] },
  { id: 'flatrate_relay', title: 'Flat rate, relay point', serves: ['relay'] },
]

export const methodTitle = (id: string | null): string =>
  OWN_METHODS.find((own) => own.id === id)?.title ?? id ?? 'Flat rate'

/** Our own, and those that the shop's latest orders went by. */
export const listMethods = async (desk: Desk): Promise<readonly DeliveryMethod[]> => {
  const methods = new Map(OWN_METHODS.map((method) => [method.id, method]))
  for (const { shipping_description: title, extension_attributes: more } of await readRecentOrders(desk)) {
    const id = more?.shipping_assignments?.[0]?.shipping?.method ?? ''
    if (id.includes('_') && !methods.has(id)) methods.set(id, { id, title: title || id, serves: rolesOfTitle(title) })
  }
  return [...methods.values()]
}

export const readRecentOrders = async ({ calls }: Desk) => {
  const query = toQuery({
    groups: [],
    sort: { field: 'entity_id', direction: 'DESC' },
    pageSize: LARGEST_PAGE,
    fields:
      'items[state,status,shipping_description,extension_attributes[shipping_assignments[shipping[method]]]],total_count',
  })
  return (await calls.call({ path: 'orders', query }, pageOf(RecentOrder))).items
}
