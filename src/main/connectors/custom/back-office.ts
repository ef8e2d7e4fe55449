import type { BackOffice } from '../sockets/back-office.ts'
import { cancelOrder } from './cancel-order.ts'
import { checkAgainst } from './check-order.ts'
import { createFileChannel } from './file-channel.ts'
import { createHttpChannel } from './http-channel.ts'
import type { Office } from './office.ts'
import type { Channel, Told } from './operations.ts'
import { refuseUnknown } from './refuse-unknown.ts'
import { createShelf } from './shelf.ts'
import { tellUnread } from './tell-unread.ts'
import { toProgress } from './to-office.ts'

/** A back office whose operations may each go another way: the template names a way for each. */
export const createBackOffice = (office: Office): BackOffice => {
  const { template, ports } = office
  const channels = [createHttpChannel(office), createFileChannel(office)]
  const creating = needed(firstOf(channels, 'createOrder'))
  const readOrders = needed(firstOf(channels, 'readOrders'))
  const cancelling = firstOf(channels, 'cancelOrder')
  const stock = firstOf(channels, 'readStock')
  const answers = firstOf(channels, 'answers')
  const shelf = createShelf(stock, ports)

  return {
    testConnection: async () => (await Promise.all(channels.map((channel) => channel.check()))).flat(),
    listMethods: async () => template.methods,
    checkOrder: async (order) => checkAgainst(await shelf.lately(), order),
    async placeOrder(order) {
      if (template.createOrder.kind === 'file') await refuseUnknown(shelf, order, ports.side)
      else shelf.forget()
      return creating.place(order)
    },
    findOrders: (reference) => creating.find(reference),
    async readShipments(orders) {
      if (orders.length === 0) return new Map()
      const told = await readOrders.read(orders)
      const refused = (await answers?.refused(orders)) ?? new Map<string, Told>()
      const progress = orders.map(({ backOfficeRef: key }) => {
        const its = told.get(key)
        // Where it is shown, somebody took it after all.
        const isShown = its !== undefined && !('gone' in its)
        return [key, toProgress(isShown ? its : (refused.get(key) ?? its), template)] as const
      })
      return tellUnread(new Map(progress), answers?.unread() ?? new Map())
    },
    cancelOrder(order, reason) {
      shelf.forget()
      return cancelOrder({ cancelling, readOrders }, template, order, reason)
    },
    // No template says how a line is taken out.
    keepUnits: async () => 'cannot',
    readStock: () => shelf.read(),
    async preview(order) {
      return [
        await creating.preview(order),
        await readOrders.preview(),
        ...(cancelling === null ? [] : [await cancelling.preview(order)]),
        ...(stock === null ? [] : [await stock.preview()]),
      ]
    },
  }
}

const firstOf = <Name extends Exclude<keyof Channel, 'check'>>(
  channels: readonly Channel[],
  name: Name,
): Channel[Name] => channels.find((channel) => channel[name] !== null)?.[name] ?? null

/** Every template says how orders are created and read, and every way of doing so has a channel. */
const needed = <Operation>(operation: Operation | null): Operation => {
  if (operation === null) throw new Error('The template names a way that no channel goes')
  return operation
}
