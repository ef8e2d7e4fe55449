import type { Api } from '../../preload/contract/index.ts'
import type { OrderDetail } from '../../preload/contract/order-views.ts'
import type { ReplyFault } from '../../preload/contract/reply.ts'
import type { Slice } from './app-store.ts'
import { loadedOrders, orderAt } from './orders-slice.ts'

export interface OrderSlice {
  readonly openOrderId: number | null
  /** The open order; null while it is read, or when it is gone. */
  readonly order: OrderDetail | null
  readonly orderGone: boolean
  readonly orderProblem: ReplyFault | null
  openOrder(id: number): Promise<void>
  closeOrder(): void
  reloadOrder(): Promise<void>
  /** The order after (1) or before (-1) the open one, in the list as it stands. */
  stepOrder(by: 1 | -1): Promise<void>
}

export const createOrderSlice =
  (api: Api): Slice<OrderSlice> =>
  (set, get) => {
    const read = async (id: number): Promise<void> => {
      const reply = await api.orders.get({ id })
      if (get().openOrderId !== id) return
      set(
        reply.ok
          ? { order: reply.value, orderGone: reply.value === null, orderProblem: null }
          : { orderProblem: reply.fault },
      )
    }
    return {
      openOrderId: null,
      order: null,
      orderGone: false,
      orderProblem: null,
      async openOrder(id) {
        const place = loadedOrders(get()).find(([, row]) => row.id === id)?.[0]
        const isSame = get().openOrderId === id
        set({
          openOrderId: id,
          orderProblem: null,
          ...(!isSame && { order: null, orderGone: false }),
          ...(place !== undefined && { cursor: place }),
        })
        await read(id)
      },
      closeOrder: () => set({ openOrderId: null, order: null, orderGone: false, orderProblem: null }),
      async reloadOrder() {
        const { openOrderId } = get()
        if (openOrderId !== null) await read(openOrderId)
      },
      async stepOrder(by) {
        const { cursor, openOrderId } = get()
        // An order that is not in this list has no neighbours in it: the list goes on where it stands.
        const isHere = orderAt(get(), cursor)?.id === openOrderId
        const next = orderAt(get(), isHere ? cursor + by : cursor)
        if (next !== undefined) await get().openOrder(next.id)
      },
    }
  }
