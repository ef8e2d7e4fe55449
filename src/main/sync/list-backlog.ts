import { acceptBy } from '../domain/acceptance-deadline.ts'
import { isOurs } from '../domain/item.ts'
import type { Corridor } from './corridor.ts'
import type { BacklogEntry } from './engine.ts'

/** Every order still to accept at the marketplace, however old, oldest first; imports nothing. */
export const listBacklog = async ({
  connection,
  marketplace,
  repositories,
}: Corridor): Promise<readonly BacklogEntry[]> => {
  const sales = await marketplace.listNewSales()
  const known = repositories.orders.known(
    connection.id,
    sales.map(({ reference }) => reference),
  )
  return sales
    .map(({ reference, purchasedAt, deliveryMode, items }): BacklogEntry => {
      const ours = items.filter(isOurs)
      return {
        reference,
        purchasedAt,
        acceptBy: acceptBy(purchasedAt),
        deliveryMode,
        units: ours.length,
        totalCents: ours.reduce((sum, { priceCents }) => sum + priceCents, 0),
        currency: items[0]?.currency ?? 'EUR',
        imported: known.has(reference),
        partlyAccepted: ours.some(({ status }) => status === 'accepted'),
      }
    })
    .toSorted((one, other) => one.purchasedAt.localeCompare(other.purchasedAt))
}
