import { AsyncLocalStorage } from 'node:async_hooks'

const current = new AsyncLocalStorage<number>()

/** Everything asked of the outside during `work` belongs to this order's timeline. */
export const forOrder = <T>(orderId: number, work: () => Promise<T>): Promise<T> => current.run(orderId, work)

/** The order that is being worked on, if any: read by the call log. */
export const currentOrderId = (): number | null => current.getStore() ?? null
