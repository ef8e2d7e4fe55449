import type { Api } from '../../preload/contract/index.ts'
import type { OfficeOrderView } from '../../preload/contract/office-orders.ts'
import type { Reply, ReplyFault } from '../../preload/contract/reply.ts'
import type { FileView } from '../../preload/contract/shapes.ts'
import type { Slice } from './app-store.ts'

export type OfficeOrderFilter = 'open' | 'all'

interface One {
  readonly backOfficeId: number
  readonly reference: string
}

export interface TypedParcel {
  readonly carrierName: string
  readonly trackingNumber: string
}

export interface OfficeOrdersSlice {
  readonly officeOrderFilter: OfficeOrderFilter
  readonly officeOrders: readonly OfficeOrderView[]
  readonly officeOrderTotal: number | null
  readonly officeOrdersProblem: ReplyFault | null
  loadOfficeOrders(backOfficeId: number, filter: OfficeOrderFilter): Promise<void>
  readOfficeOrder(one: One): Promise<Reply<OfficeOrderView | null>>
  /** All that is left of it. Without a number it waits for one. */
  shipOfficeOrder(one: One, parcel: TypedParcel): Promise<Reply<OfficeOrderView>>
  cancelOfficeOrder(one: One, reason: string): Promise<Reply<OfficeOrderView>>
  reopenOfficeOrder(one: One): Promise<Reply<OfficeOrderView>>
  officeOrdersCsv(backOfficeId: number): Promise<FileView | null>
}

const SHOWN = 500

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

export const createOfficeOrdersSlice =
  (api: Api): Slice<OfficeOrdersSlice> =>
  (set, get) => {
    const load = async (backOfficeId: number, which: OfficeOrderFilter): Promise<void> => {
      set({ officeOrderFilter: which })
      const reply = await api.officeOrders.list({ backOfficeId, which, offset: 0, limit: SHOWN })
      if (get().officeOrderFilter !== which) return
      set(
        reply.ok
          ? { officeOrders: reply.value.rows, officeOrderTotal: reply.value.total, officeOrdersProblem: null }
          : { officeOrdersProblem: reply.fault },
      )
    }
    const reloadAfter = async ({ backOfficeId }: One, reply: Reply<OfficeOrderView>) => {
      if (reply.ok) await Promise.all([load(backOfficeId, get().officeOrderFilter), get().reloadOrder()])
      return reply
    }
    return {
      officeOrderFilter: 'open',
      officeOrders: [],
      officeOrderTotal: null,
      officeOrdersProblem: null,
      loadOfficeOrders: load,
      readOfficeOrder: (one) => api.officeOrders.get(one),
      shipOfficeOrder: async (one, { carrierName, trackingNumber }) =>
        reloadAfter(
          one,
          await api.officeOrders.ship({
            ...one,
            carrierName: orNull(carrierName),
            trackingNumber: orNull(trackingNumber),
            trackingUrl: null,
            contents: null,
          }),
        ),
      cancelOfficeOrder: async (one, reason) => reloadAfter(one, await api.officeOrders.cancel({ ...one, reason })),
      reopenOfficeOrder: async (one) => reloadAfter(one, await api.officeOrders.reopen(one)),
      async officeOrdersCsv(backOfficeId) {
        const reply = await api.officeOrders.exportCsv({ backOfficeId, which: get().officeOrderFilter })
        if (reply.ok) return reply.value
        get().notify('problem', reply.fault.message)
        return null
      },
    }
  }
