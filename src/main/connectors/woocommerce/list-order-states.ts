import { z } from 'zod'
import type { Choice } from '../sockets/definition.ts'
import type { Api } from './api.ts'

/** The states orders can have in this shop, plugins' own among them (woocommerce.md 3.2). */
export const listOrderStates = async (api: Api): Promise<readonly Choice[]> => {
  const states = await api.get('orders/statuses', {}, z.array(z.object({ slug: z.string(), name: z.string() })))
  return states.map(({ slug, name }) => ({ value: slug, label: name }))
}
