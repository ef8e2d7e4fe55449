import type { BackOfficeCapabilities } from '../sockets/back-office.ts'
import { INDEX_DELAY_SECONDS, UNTOLD_PAGE_SIZE } from './facts.ts'
import type { Paging } from './operation-templates.ts'
import { readTemplate } from './read-template.ts'
import type { Template } from './template.ts'

/** What can be said of a back office whose template nobody knows: the least. */
export const leastCapabilities: BackOfficeCapabilities = {
  ...{ lookUp: false, idempotentCreate: false, indexDelaySeconds: INDEX_DELAY_SECONDS, holdsRelayPoint: false },
  // It would be packed and sent: nobody there knows a test order from another.
  testOrders: false,
  ...{ callsPer500Orders: 500, callsPer5000Skus: 51 },
}

export const capabilitiesOf = ({ template: text = '' }: Readonly<Record<string, string>>): BackOfficeCapabilities => {
  const outcome = readTemplate(text)
  if ('refusal' in outcome) return leastCapabilities
  const { createOrder, readOrders, readStock } = outcome.template
  const isHttp = createOrder.kind === 'http'
  return {
    ...leastCapabilities,
    // Files are looked up in the journal of what was written, and in the folder.
    lookUp: !isHttp || createOrder.findByRef !== undefined,
    idempotentCreate: isHttp && (createOrder.idempotencyHeader !== undefined || createOrder.existsStatus !== undefined),
    indexDelaySeconds: isHttp ? INDEX_DELAY_SECONDS : 0,
    holdsRelayPoint: JSON.stringify(createOrder).includes('order.relayId'),
    callsPer500Orders: readOrders.kind === 'http' ? callsFor(500, readOrders) : 0,
    callsPer5000Skus: readStock.kind === 'http' ? pages(5_000, readStock.paging) : 0,
  }
}

type ReadByHttp = Extract<Template['readOrders'], { readonly kind: 'http' }>

const callsFor = (orders: number, { ask, batch, paging }: ReadByHttp): number => {
  if (ask === 'all') return pages(orders, paging)
  const asks = ask === 'byId' ? orders : Math.ceil(orders / batch)
  return asks * pages(ask === 'byId' ? 1 : batch, paging)
}

const pages = (rows: number, paging: Paging): number => {
  if (paging.by === 'nothing') return 1
  const size = 'size' in paging ? paging.size : UNTOLD_PAGE_SIZE
  // The page after the last says that it was the last.
  return Math.ceil(rows / size) + 1
}
