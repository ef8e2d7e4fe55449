import { backOfficeScope } from '../../../src/main/accounts/opening.ts'
import type { Clock } from '../../../src/main/connectors/sockets/ports.ts'
import { createThisPc } from '../../../src/main/connectors/this-pc/index.ts'
import type { Order } from '../../../src/main/domain/order.ts'
import type { Navette } from '../../../src/main/navette.ts'
import type { OfficeEnding } from './a-life.ts'

export const orderOf = ({ repositories }: Navette, reference: string): Order | undefined =>
  repositories.orders.byReference(reference)[0]

/** This PC as the seller has it on the screen. */
export const thisPcOf = ({ repositories }: Navette, clock: Clock) => {
  const office = repositories.backOffices.byLabel('This PC')
  if (office === null) throw new Error('The prepared folder has a back office')
  return createThisPc(repositories.records.scope(backOfficeScope(office)), clock)
}

export const thisPcEnding = (navette: Navette, clock: Clock): OfficeEnding => {
  const { orders, products } = thisPcOf(navette, clock)
  return {
    placed: orders.list('all').map(({ reference, state, parcels }) => ({ reference, state, parcels: parcels.length })),
    shelf: Object.fromEntries(products.list().map(({ sku, stock }) => [sku, stock])),
  }
}
