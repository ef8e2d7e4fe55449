import type { Handlers } from '../../preload/contract/endpoint.ts'
import type { productsContract } from '../../preload/contract/products.ts'
import { fromBase64 } from './base64.ts'
import type { AnswerNeeds } from './needs.ts'

type Needs = Pick<AnswerNeeds, 'thisPc' | 'accounts'>

/** Rows of an import that are shown before it is done. */
const PREVIEWED = 20

export const createProductsHandlers = ({ thisPc, accounts }: Needs): Handlers<typeof productsContract> => ({
  list: ({ backOfficeId, search, offset, limit }) => {
    const { products } = thisPc(backOfficeId)
    const found = search.trim() === '' ? products.list() : products.search(search)
    return { rows: found.slice(offset, offset + limit), total: found.length }
  },
  save: ({ backOfficeId, product, was }) => thisPc(backOfficeId).products.save(product, was),
  receive: ({ backOfficeId, code, units }) => thisPc(backOfficeId).products.receive(code, units),
  remove: ({ backOfficeId, sku }) => thisPc(backOfficeId).products.remove(sku),
  exportCsv: ({ backOfficeId }) => ({
    name: 'products.csv',
    mediaType: 'text/csv',
    text: thisPc(backOfficeId).products.exportCsv(),
  }),
  previewCsv: ({ backOfficeId, file }) => {
    const { products, errors } = thisPc(backOfficeId).products.previewCsv(fromBase64(file))
    return { total: products.length, rows: products.slice(0, PREVIEWED), errors }
  },
  importCsv: ({ backOfficeId, file }) => {
    const imported = thisPc(backOfficeId).products.importCsv(fromBase64(file))
    const nothing = { added: 0, changed: 0, unchanged: 0 }
    return imported.ok ? { ...imported, errors: [] } : { ...nothing, errors: imported.errors }
  },
  startFromInventory: async ({ backOfficeId, connectionId }) => {
    const marketplace = await accounts.openMarketplace(accounts.connections.get(connectionId))
    return thisPc(backOfficeId).products.startFromInventory(await marketplace.readInventory())
  },
})
