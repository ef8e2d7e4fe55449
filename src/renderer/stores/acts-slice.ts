import type { Api } from '../../preload/contract/index.ts'
import type { Act, OrderResult } from '../../preload/contract/orders.ts'
import type { AppState, Slice } from './app-store.ts'
import { loadedOrders } from './orders-slice.ts'
import { tickedFor } from './ticks-slice.ts'

/** A bulk act: what is done, to how many, and what became of each. */
export interface BulkAct {
  readonly action: Act['action']
  readonly job: string
  readonly total: number
  /** Null while it runs. */
  readonly results: readonly OrderResult[] | null
}

export interface ActsSlice {
  /** Orders something is being done with right now. */
  readonly acting: ReadonlySet<number>
  /** What the last act on each order came to. */
  readonly outcomes: Readonly<Record<number, OrderResult>>
  readonly bulk: BulkAct | null
  /** Does what a button asks with one order. */
  act(id: number, act: Act): Promise<OrderResult>
  /** The same with every ticked order that it can be done with, one after the other. */
  actOnTicked(act: Act): Promise<void>
  forgetOutcome(id: number): void
  closeBulk(): void
}

export const createActsSlice =
  (api: Api): Slice<ActsSlice> =>
  (set, get) => {
    const ask = async (ids: readonly number[], act: Act, job: string | null): Promise<readonly OrderResult[]> => {
      set(({ acting }) => ({ acting: new Set([...acting, ...ids]) }))
      const reply = await api.orders.act({ ids, act, job })
      const results = reply.ok ? reply.value : ids.map((orderId) => notAsked(get(), orderId, act, reply.fault.message))
      set(({ acting, outcomes }) => ({
        acting: new Set([...acting].filter((id) => !ids.includes(id))),
        outcomes: { ...outcomes, ...Object.fromEntries(results.map((result) => [result.orderId, result])) },
      }))
      await Promise.all([get().reloadOrders(), get().reloadOrder(), get().loadProblems()])
      return results
    }
    return {
      acting: new Set(),
      outcomes: {},
      bulk: null,
      async act(id, act) {
        const [result] = await ask([id], act, null)
        return result ?? notAsked(get(), id, act, 'Nothing was done.')
      },
      async actOnTicked(act) {
        const ids = tickedFor(get(), act.action)
        const job = get().startJob(ids.length)
        set({ bulk: { action: act.action, job, total: ids.length, results: null } })
        const results = await ask(ids, act, job)
        get().endJob(job)
        const done = new Set(results.flatMap((result) => (result.done ? [result.orderId] : [])))
        set(({ bulk, ticked }) => ({
          bulk: bulk && { ...bulk, results },
          ticked: new Set([...ticked].filter((id) => !done.has(id))),
        }))
      },
      forgetOutcome: (id) =>
        set(({ outcomes }) => ({
          outcomes: Object.fromEntries(Object.entries(outcomes).filter(([of]) => Number(of) !== id)),
        })),
      closeBulk: () => set({ bulk: null }),
    }
  }

const notAsked = (state: AppState, orderId: number, act: Act, message: string): OrderResult => ({
  orderId,
  reference: loadedOrders(state).find(([, { id }]) => id === orderId)?.[1].reference ?? '',
  action: act.action,
  done: false,
  message,
})
