import type { OfficePreview } from '../../preload/contract/back-offices.ts'
import { refuseField } from '../accounts/field-values.ts'
import { sampleOrder } from '../accounts/sample-order.ts'
import type { BackOffice, OrderToPlace } from '../connectors/sockets/back-office.ts'
import { deliveryAddress } from '../domain/address.ts'
import type { BackOfficeAccount } from '../domain/connection.ts'
import { keptItems } from '../domain/item.ts'
import type { Order } from '../domain/order.ts'
import { referenceThere } from '../sync/look-up-placed.ts'
import { toOfficeOrder } from '../sync/to-office-order.ts'
import type { AnswerNeeds } from './needs.ts'

type Form = Readonly<Record<string, string>>
type Asked = { readonly orderId: number | null; readonly following: boolean } & (
  | { readonly id: number; readonly settings?: Form }
  | { readonly kind: string; readonly values: Form }
)

/** Orders to choose from. */
const OFFERED = 20

/** Shows what a back office would be told of an order, built as the engine would build it; nothing is sent, and nothing of it is kept. */
export const createOfficePreview = ({
  accounts,
  repositories,
  clock,
}: Pick<AnswerNeeds, 'accounts' | 'repositories' | 'clock'>) => {
  const { orders } = repositories
  const { backOffices } = accounts

  const latest = (): readonly Order[] =>
    orders
      .list({ tab: 'all', sort: 'purchasedAt', direction: 'descending', offset: 0, limit: 5 * OFFERED })
      .rows.map(({ order }) => order)
      .filter(canBeTold)
      .slice(0, OFFERED)

  const chosen = (orderId: number): Order => {
    const order = orders.get(orderId)
    if (order === null) throw refuseField('orderId', 'This order is not there any more.')
    if (!canBeTold(order))
      throw refuseField('orderId', `Order ${order.reference} has nothing left to send, or no address.`)
    return order
  }

  const asTold = async (
    order: Order,
    account: BackOfficeAccount | null,
    backOffice: BackOffice,
  ): Promise<OrderToPlace> => {
    const connection = repositories.connections.get(order.connectionId)
    if (connection === null) throw refuseField('orderId', 'This order is not there any more.')
    const isThere = order.backOfficeId !== null && order.backOfficeId === account?.id
    // A method of another back office means nothing here.
    const promised = { ...order, shippingCents: order.shippingCents ?? 0, methodId: isThere ? order.methodId : null }
    const reference = referenceThere({ repositories, connection }, order)
    return toOfficeOrder(promised, reference, connection, await backOffice.listMethods())
  }

  return async (asked: Asked): Promise<OfficePreview> => {
    const account = 'id' in asked ? backOffices.get(asked.id) : null
    const backOffice =
      'id' in asked
        ? await backOffices.openToPreview(backOffices.get(asked.id), asked.settings ?? {}, asked.following)
        : backOffices.openFormToPreview(asked.kind, asked.values, asked.following)
    if (backOffice.preview === undefined)
      throw refuseField('kind', 'This back office has a connector of its own: nothing of it is mapped here.')
    const offered = latest()
    const order = asked.orderId === null ? (offered[0] ?? null) : chosen(asked.orderId)
    const told =
      order === null
        ? sampleOrder((await backOffice.listMethods())[0]?.id ?? null, clock.nowIso())
        : await asTold(order, account, backOffice)
    return {
      order: { id: order?.id ?? null, reference: told.reference },
      orders: offered.map(({ id, reference, purchasedAt }) => ({ id, reference, purchasedAt })),
      previews: await backOffice.preview(told),
    }
  }
}

/** It has lines that a parcel could hold, and an address it could go to: nothing of it was erased. */
const canBeTold = ({ buyer, items }: Order): boolean =>
  buyer !== null && deliveryAddress(buyer) !== null && keptItems(items).length > 0
