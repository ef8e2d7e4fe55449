import { connectionOf, type PageArguments } from './connection.ts'
import { fulfilledOf, gid, type Line, move, nextNumber, type Order, type Shop } from './state.ts'
import type { createViews } from './views.ts'

interface Edit {
  readonly number: number
  readonly order: Order
  readonly quantities: Map<Line, { readonly quantity: number; readonly restock: boolean }>
}

/** Edits of orders: begun, changed, and nothing of it true before the commit (shopify.md 1.4, `write_order_edits`). */
export const createOrderEdits = (
  shop: Shop,
  views: ReturnType<typeof createViews>,
  orderOf: (id: string) => Order | null,
) => {
  const edits: Edit[] = []
  const failed = (message: string) => ({ userErrors: [{ field: ['id'], message }] })
  const editOf = (id: string): Edit | undefined => edits.find(({ number }) => gid('CalculatedOrder', number) === id)

  const calculated = (edit: Edit): object => ({
    id: gid('CalculatedOrder', edit.number),
    lineItems: (page: PageArguments) =>
      connectionOf(
        edit.order.lines.filter(({ currentQuantity }) => currentQuantity > 0),
        (line) => ({
          id: gid('CalculatedLineItem', line.number),
          sku: line.sku,
          quantity: edit.quantities.get(line)?.quantity ?? line.currentQuantity,
          editableQuantity: line.currentQuantity - fulfilledOf(edit.order, line),
          variant: line.variant === null ? null : views.variant(line.variant),
        }),
        page,
      ),
  })

  return {
    orderEditBegin: ({ id }: { readonly id: string }) => {
      const order = orderOf(id)
      if (order === null || order.cancelledAt !== null) return failed('The order cannot be edited.')
      const edit: Edit = { number: nextNumber(shop), order, quantities: new Map() }
      edits.push(edit)
      return { calculatedOrder: calculated(edit), userErrors: [] }
    },
    orderEditSetQuantity: ({ id, lineItemId, quantity, restock = false }: SettingQuantity) => {
      const edit = editOf(id)
      const line = edit?.order.lines.find(({ number }) => gid('CalculatedLineItem', number) === lineItemId)
      if (edit === undefined || line === undefined) return failed('The line item does not exist.')
      if (quantity < fulfilledOf(edit.order, line)) return failed('Cannot remove fulfilled items.')
      edit.quantities.set(line, { quantity, restock })
      return { userErrors: [] }
    },
    orderEditCommit: ({ id, notifyCustomer = true }: { readonly id: string; readonly notifyCustomer?: boolean }) => {
      const edit = editOf(id)
      if (edit === undefined) return failed('The calculated order does not exist.')
      for (const [line, { quantity, restock }] of edit.quantities) {
        if (restock)
          move(line.variant, line.takenFrom ?? shop.locations[0]?.number ?? null, line.currentQuantity - quantity)
        line.currentQuantity = quantity
      }
      edit.order.edited = true
      if (notifyCustomer && edit.order.input.email) shop.mails += 1
      edits.splice(edits.indexOf(edit), 1)
      return { userErrors: [] }
    },
  }
}

interface SettingQuantity {
  readonly id: string
  readonly lineItemId: string
  readonly quantity: number
  readonly restock?: boolean
}
