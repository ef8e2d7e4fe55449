import { z } from 'zod'
import type { Account } from './account.ts'
import { readLedger } from './ledger.ts'
import { settle } from './settle.ts'
import type { ControlTable, Order } from './wire/control.ts'
import type { World } from './world/index.ts'
import * as schema from './world/orders-schema.ts'

/** What another process may order and see under `/practice/`; an order that is not understood says which key is wrong. */
export const controlTable = (account: Account, world: World): ControlTable => ({
  orders: {
    buy: understood(schema.PurchaseOrder, (order) => {
      const purchaseId = world.buy(order)
      return { purchaseId, itemIds: world.purchase(purchaseId).items.map(({ itemId }) => itemId) }
    }),
    cancel: understood(schema.Cancellation, ({ purchaseId, itemId, by }) =>
      by === 'buyer' ? world.cancelByBuyer(purchaseId, itemId) : world.cancelByRakuten(purchaseId, itemId),
    ),
    site: understood(schema.SiteAction, ({ itemId, do: what, ...shipment }) => {
      if (what === 'accept') world.acceptOnSite(itemId)
      if (what === 'refuse') world.refuseOnSite(itemId)
      if (what === 'cancel') world.cancelOnSite(itemId)
      if (what === 'ship') world.shipOnSite(itemId, shipment)
    }),
    claim: understood(schema.ClaimOrder, ({ itemId, text, type, amicable }) =>
      world.openClaim(itemId, text, type, amicable),
    ),
    'close-claim': understood(schema.ClosedClaim, ({ itemId }) => world.closeClaim(itemId)),
    message: understood(schema.BuyerMessage, ({ itemId, content }) => world.messageFromBuyer(itemId, content)),
    mail: understood(schema.CustomerServiceMail, ({ itemId, subject, content }) => ({
      mailId: world.mailFromCustomerService(itemId, subject, content),
    })),
    'close-sale': understood(schema.ClosedSale, ({ itemId, score }) => world.closeSale(itemId, score)),
    inventory: understood(schema.Inventory, ({ adverts }) => world.setInventory(adverts)),
    token: understood(schema.NewToken, ({ token }) => world.resetToken(token)),
    style: understood(schema.StyleOrder, (style) => {
      account.style = { ...account.style, ...style }
    }),
    faults: understood(schema.FaultOrder, (rule) => ({ id: account.faults.add(rule) })),
    'remove-fault': understood(schema.RemovedFault, ({ id }) => account.faults.remove(id)),
    'clear-faults': understood(schema.Nothing, () => account.faults.clear()),
    clock: understood(schema.ClockOrder, ({ set, advanceMs = 0 }) => {
      if (set !== undefined) world.clock.set(set)
      world.clock.advance(advanceMs)
      return { now: new Date(world.clock.now()).toISOString() }
    }),
  },
  views: {
    state: () => stateOf(account),
    ledger: () => readLedger(account),
    calls: () => account.calls,
  },
})

const understood =
  <Schema extends z.ZodType>(schema: Schema, act: (order: z.output<Schema>) => unknown) =>
  (order: Order): unknown => {
    const read = schema.safeParse(order)
    if (!read.success) throw new Error(z.prettifyError(read.error))
    return act(read.data)
  }

const stateOf = (account: Account) => {
  settle(account)
  return {
    now: new Date(account.clock.now()).toISOString(),
    login: account.settings.login,
    purchases: Array.from(account.purchases.values()),
    inventory: Array.from(account.adverts.values()),
    uploads: account.uploads.map(({ bytes: _bytes, ...upload }) => upload),
    faults: account.faults.list(),
  }
}
