import type { Handlers } from '../../preload/contract/endpoint.ts'
import type { BuyerOrder, privacyContract } from '../../preload/contract/privacy.ts'
import { buyerName } from '../domain/address.ts'
import { isIn, type Order } from '../domain/order.ts'
import { eraseBuyer } from '../sync/erase-buyer.ts'
import type { AnswerNeeds } from './needs.ts'
import type { News } from './news.ts'
import { toOrderDetail } from './order-detail.ts'

type Needs = Pick<AnswerNeeds, 'repositories' | 'accounts' | 'backups' | 'clock'> & { readonly news: News }

/** What the seller owes a buyer: to show what is kept, to hand it over, to forget it. */
export const createPrivacyHandlers = ({
  repositories,
  accounts,
  backups,
  clock,
  news,
}: Needs): Handlers<typeof privacyContract> => {
  const { orders, connections } = repositories

  return {
    find: ({ buyer }) =>
      orders.withBuyer(buyer).map(
        (order): BuyerOrder => ({
          id: order.id,
          reference: order.reference,
          connection: connections.get(order.connectionId)?.label ?? '',
          status: order.status,
          purchasedAt: order.purchasedAt,
          buyerName: order.buyer === null ? '' : buyerName(order.buyer),
          keptBecause: whyKept(order),
        }),
      ),
    export: ({ buyer }) => {
      const kept = orders.withBuyer(buyer).map((order) => ({
        ...toOrderDetail(order, repositories),
        marketplaceAnswer: orders.raw(order.id),
      }))
      const text = JSON.stringify({ buyer, orders: kept }, null, 2)
      return { name: 'buyer.json', mediaType: 'application/json', text }
    },
    erase: async ({ orderIds }) => {
      const erasable = orderIds.flatMap((id) => {
        const order = orders.get(id)
        return order === null || order.buyer === null || whyKept(order) !== null ? [] : [order]
      })
      const erasure = { repositories, openLocalOffice: accounts.openLocalOffice, nowIso: clock.nowIso }
      for (const order of erasable) await eraseBuyer(erasure, order)
      if (erasable.length > 0) {
        orders.sealErasure()
        await backups.replaceAll()
        news.ordersChanged(erasable.map(({ id }) => id))
      }
      return { erased: erasable.length }
    },
  }
}

/** A parcel cannot be sent to nobody: before the back office has the address, it must stay. */
const whyKept = (order: Order): string | null =>
  isIn(order, 'imported', 'accepted') ? 'The order is still to be placed; without its address it cannot be sent.' : null
