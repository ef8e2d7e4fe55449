import { z } from 'zod'
import { parseCents } from '../../domain/money.ts'
import type { Api } from './api.ts'
import type { Line, Order } from './order.ts'

export const Refund = z.object({
  id: z.number(),
  line_items: z.array(
    z.object({
      /** Negative. */
      quantity: z.number(),
      /** Negative, without VAT. */
      total: z.string(),
      taxes: z.array(z.object({ id: z.number(), total: z.string() })),
      meta_data: z.array(z.object({ key: z.string(), value: z.unknown().optional() })),
    }),
  ),
})
export type Refund = z.infer<typeof Refund>

/** Units of a line and what they cost, in cents: what is left of it, or a share of that. */
export interface LineLeft {
  readonly line: Line
  readonly quantity: number
  readonly netCents: number
  readonly taxes: readonly { readonly id: number; readonly cents: number }[]
}

/** The refunds of an order, with their lines; the order itself tells only that there are some (woocommerce.md 4). */
export const readRefunds = async (
  api: Api,
  { id, refunds }: Pick<Order, 'id' | 'refunds'>,
): Promise<readonly Refund[]> =>
  refunds.length === 0 ? [] : api.list(`orders/${id}/refunds`, { _fields: 'id,line_items' }, z.array(Refund))

/** What is left of every line. */
export const linesLeft = ({ line_items }: Pick<Order, 'line_items'>, refunds: readonly Refund[]): readonly LineLeft[] =>
  line_items.map((line) => {
    const back = refunds.flatMap((refund) => refund.line_items.filter((refunded) => refundedItem(refunded) === line.id))
    const left = (total: string, refunded: readonly string[]): number =>
      refunded.reduce((sum, amount) => sum + centsOf(amount), centsOf(total))
    return {
      line,
      quantity: back.reduce((sum, { quantity }) => sum + quantity, line.quantity),
      netCents: left(
        line.total,
        back.map(({ total }) => total),
      ),
      taxes: line.taxes.map(({ id, total }) => ({
        id,
        cents: left(
          total,
          back.flatMap(({ taxes }) => taxes.filter((tax) => tax.id === id).map((tax) => tax.total)),
        ),
      })),
    }
  })

const refundedItem = ({ meta_data }: Refund['line_items'][number]): number =>
  Number(meta_data.find(({ key }) => key === '_refunded_item_id')?.value)

/** A tax that is none is an empty text. */
const centsOf = (amount: string): number => parseCents(amount) ?? 0
