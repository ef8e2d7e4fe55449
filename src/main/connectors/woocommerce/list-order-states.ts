import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import type { Choice } from '../sockets/definition.ts'
import type { Api } from './api.ts'
import { NO_ROUTE } from './error-answers.ts'

const States = z.array(z.object({ slug: z.string(), name: z.string() }))

/** The states orders can have in this shop, plugins' own among them (woocommerce.md 3.2). */
export const listOrderStates = async (api: Api): Promise<readonly Choice[]> => {
  const states = await readStates(api)
  return states.map(({ slug, name }) => ({ value: slug, label: name }))
}

/** [C] Shops that do not list their states yet count their orders by them. */
const readStates = async (api: Api): Promise<z.infer<typeof States>> => {
  try {
    return await api.get('orders/statuses', {}, States)
  } catch (error) {
    if (!isFault(error) || error.detail['code'] !== NO_ROUTE) throw error
    return api.get('reports/orders/totals', {}, States)
  }
}
