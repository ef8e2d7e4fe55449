import { Fault } from '../../domain/fault.ts'
import type { Check } from '../sockets/definition.ts'
import type { Api } from './api.ts'

const FIVE_MINUTES = 5 * 60_000

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
    timeOfThisPc(api.serverAhead(), isIn),
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

const timeOfThisPc = (ahead: number | null, isIn: boolean): Check => {
  const name = 'Time of this PC'
  if (ahead === null) return { name, ok: isIn, message: 'Not checked: Rakuten did not tell the time.' }
  const minutes = Math.round(Math.abs(ahead) / 60_000)
  if (Math.abs(ahead) <= FIVE_MINUTES) return { name, ok: true, message: 'The clock of this PC is right.' }
  return {
    name,
    ok: false,
    message: `The clock of this PC is ${minutes} minutes ${ahead > 0 ? 'slow' : 'fast'}: set it right.`,
    aside: true,
  }
}
