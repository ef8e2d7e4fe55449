import type { Ledger } from '../../../src/main/practice/rakuten-france/index.ts'
import type { LifeEnded, OfficeEnding } from './a-life.ts'

/**
 * What a life came to on both sides of the wire: all that may not depend on when the process was killed. Calls may be more, since a
 * question is repeated after a crash; what they brought about may not.
 */
export const endingOf = ({ status, problems, unsettled, told }: LifeEnded, office: OfficeEnding, ledger: Ledger) => ({
  ...{ status, problems, unsettled, told, ...office },
  items: Object.values(ledger.items).map((item) => ({
    sku: item.sku,
    state: item.state,
    accepted: item.accepted,
    refused: item.refused,
    cancelledBy: item.cancelledBy,
    shipped: item.shipped,
    shipments: item.shipments.map(({ at: _, ...shipment }) => shipment),
    messages: item.messagesFromSeller,
  })),
  debitedCents: ledger.debitedCents,
  refundedCents: ledger.refundedCents,
  atRakuten: Object.fromEntries(Object.values(ledger.skus).map(({ sku, stock: quantity }) => [sku, quantity])),
})
export type Ending = ReturnType<typeof endingOf>
