import { z } from 'zod'
import type { Records } from '../sockets/ports.ts'
import type { Desk } from './desk.ts'
import { readPage } from './lists.ts'
import { OrderProduct } from './schemas.ts'
import { skuOfLine } from './sku-source.ts'

/** A line as it is kept: what it is called, and the units that are still in the order. */
const Line = z.object({
  id: z.int(),
  articleCode: z.string(),
  sku: z.string(),
  ean: z.string(),
  /** By which the connection knows it. */
  code: z.string(),
  units: z.int(),
})
export type Line = z.infer<typeof Line>

const Kept = z.object({ source: z.string(), updatedAt: z.string(), readAt: z.number(), lines: z.array(Line) })
export type KeptLines = z.infer<typeof Kept>

const keyOf = (orderId: number): string => `lines:${orderId}`

/** The lines of an order as the shop has them now; kept with the order's date of change. */
export const readLines = async (
  { api, ports, settings: { source } }: Desk,
  { id, updatedAt }: { readonly id: number; readonly updatedAt: string },
): Promise<readonly Line[]> => {
  // One page: nobody orders more than 250 different things at once, and the marketplace has no room for them.
  const products = await readPage(api, { path: `orders/${id}/products`, key: 'orderProducts', row: OrderProduct }, 1)
  const lines = products
    .map((product) => toLine(product, skuOfLine(source, product)))
    .toSorted((one, other) => one.id - other.id)
  ports.records.save(keyOf(id), { source, updatedAt, readAt: ports.clock.now(), lines } satisfies KeptLines)
  return lines
}

/** What was last read, if the connection still names products by the same field. */
export const keptLines = (records: Records, source: string, orderId: number): KeptLines | null => {
  const kept = records.read(keyOf(orderId), Kept)
  return kept?.source === source ? kept : null
}

/** Lines that were read when the order last changed; read anew where it has changed since. */
export const linesOf = async (
  desk: Desk,
  order: { readonly id: number; readonly updatedAt: string },
): Promise<readonly Line[]> => {
  const kept = keptLines(desk.ports.records, desk.settings.source, order.id)
  return kept?.updatedAt === order.updatedAt ? kept.lines : readLines(desk, order)
}

const toLine = (
  { id, articleCode, sku, ean, quantityOrdered, quantityRefunded }: OrderProduct,
  code: string,
): Line => ({
  ...{ id, articleCode, sku, ean, code },
  units: Math.max(0, quantityOrdered - quantityRefunded),
})

/** In the words of the socket. */
export const toSocketLines = (lines: readonly Line[]): { readonly sku: string; readonly quantity: number }[] =>
  lines.filter(({ units }) => units > 0).map(({ code, units }) => ({ sku: code, quantity: units }))
