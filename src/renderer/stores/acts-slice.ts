import type { Api } from '../../preload/contract/index.ts'
import type { Act, OrderResult } from '../../preload/contract/orders.ts'
import type { Slice } from './app-store.ts'

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
  /** The same with every ticked order, one after the other. */
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
      const results = reply.ok ? reply.value : ids.map((orderId) => notAsked(orderId, act, reply.fault.message))
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
        return result ?? notAsked(id, act, 'Nothing was done.')
      },
      async actOnTicked(act) {
        const ids = [...get().ticked]
        const job = get().startJob(ids.length)
        set({ bulk: { action: act.action, job, total: ids.length, results: null } })
        const results = await ask(ids, act, job)
        get().endJob(job)
        const left = new Set(ids.filter((id) => !results.some(({ orderId, done }) => orderId === id && done)))
        set(({ bulk }) => ({ bulk: bulk && { ...bulk, results }, ticked: left }))
      },
      forgetOutcome: (id) =>
        set(({ outcomes }) => ({
          outcomes: Object.fromEntries(Object.entries(outcomes).filter(([of]) => Number(of) !== id)),
        })),
      closeBulk: () => set({ bulk: null }),
    }
  }

const notAsked = (orderId: number, act: Act, message: string): OrderResult => ({
  orderId,
  reference: '',
  action: act.action,
  done: false,
  message,
})
