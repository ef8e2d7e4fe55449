import type { Api } from '../../preload/contract/index.ts'
import type { BuyerOrder } from '../../preload/contract/privacy.ts'
import type { Reply } from '../../preload/contract/reply.ts'
import type { FileView } from '../../preload/contract/shapes.ts'
import type { Slice } from './app-store.ts'

/** Nothing of a buyer who was looked for stays in the window: answers go to the dialog that asked. */
export interface PrivacySlice {
  findBuyer(buyer: string): Promise<Reply<readonly BuyerOrder[]>>
  exportBuyer(buyer: string): Promise<Reply<FileView>>
  eraseBuyers(orderIds: readonly number[]): Promise<Reply<{ readonly erased: number }>>
}

export const createPrivacySlice =
  (api: Api): Slice<PrivacySlice> =>
  (_, get) => ({
    findBuyer: (buyer) => api.privacy.find({ buyer }),
    exportBuyer: (buyer) => api.privacy.export({ buyer }),
    async eraseBuyers(orderIds) {
      const reply = await api.privacy.erase({ orderIds })
      if (reply.ok) await Promise.all([get().reloadOrders(), get().reloadOrder()])
      return reply
    },
  })
