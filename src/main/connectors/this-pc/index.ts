import { defineBackOffice } from '../sockets/back-office.ts'
import { SKU_SOURCES } from './catalogue.ts'
import { createThisPc } from './this-pc.ts'

export type { CsvError } from './csv-table.ts'
export type { KeptOrder } from './order-book.ts'
export type { ParcelToShip } from './order-moves.ts'
export type { Product } from './product.ts'
export type { CsvImport } from './products.ts'
export { createThisPc, type ThisPc } from './this-pc.ts'

/** The built-in back office: works from the first minute, with nothing to install and nothing to call. */
export const thisPc = defineBackOffice({
  id: 'this-pc',
  title: 'This PC',
  kind: 'built-in',
  fields: {},
  capabilities: {
    lookUp: true,
    idempotentCreate: true,
    indexDelaySeconds: 0,
    holdsRelayPoint: true,
    testOrders: true,
    callsPer500Orders: 0,
    callsPer5000Skus: 0,
  },
  skuSources: SKU_SOURCES,
  connect: (_, { records, clock, skuSource }) => createThisPc(records, clock).backOffice(skuSource),
})
