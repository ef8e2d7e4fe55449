import { Fault } from '../../domain/fault.ts'
import { timeCheck } from '../http/server-clock.ts'
import type { Check } from '../sockets/definition.ts'
import type { Api } from './api.ts'
import { SIDE } from './facts.ts'

/** The named checks of *Test connection* (product.md sections 3 and 14), each shown whatever became of the others. */
export const testConnection = async (api: Api): Promise<readonly Check[]> => {
  const sales = await tried(() => api.need('getnewsales'))
  const isIn = sales === null
  // The cheapest call that only professional accounts may make (2.2).
  const rights = isIn ? await tried(() => api.need('getavailableshippingtypes')) : null
  return [
    reachable(sales),
    isIn
      ? { name: 'Login and token', ok: true, message: 'Rakuten knows the login and the token.' }
      : { name: 'Login and token', ok: false, message: sales.kind === 'credentials' ? sales.message : 'Not checked.' },
    isIn ? professional(rights) : { name: 'Professional rights', ok: false, message: 'Not checked.' },
    timeCheck(api.serverAhead(), SIDE),
  ]
}

const tried = async (call: () => Promise<unknown>): Promise<Fault | null> => {
  try {
    await call()
    return null
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

/** Whoever refuses a token can be reached. */
const reachable = (fault: Fault | null): Check =>
  fault === null || fault.kind === 'credentials'
    ? { name: 'Reachable', ok: true, message: 'Rakuten answers.' }
    : { name: 'Reachable', ok: false, message: fault.message }

const professional = (fault: Fault | null): Check => ({
  name: 'Professional rights',
  ok: fault === null,
  message:
    fault === null
      ? 'The account may send stock.'
      : fault.kind === 'refused'
        ? 'Stock and inventory need a professional account at Rakuten, and this account is not one.'
        : fault.message,
})
