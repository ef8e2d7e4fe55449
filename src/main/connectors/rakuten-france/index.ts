import { defineMarketplace } from '../sockets/marketplace.ts'
import { createApi } from './api.ts'
import { readCompletion } from './completion.ts'
import { testConnection } from './connection-checks.ts'
import { acceptItem, cancelItem, confirmPreorder, refuseItem } from './decisions.ts'
import { PRODUCTION_URL } from './facts.ts'
import { fields } from './fields.ts'
import { readInventory } from './inventory.ts'
import { listToDo, messageBuyer, readItem } from './item-details.ts'
import { listCurrentSales, listNewSales } from './sales.ts'
import { offerTracking, sendTracking } from './shipments.ts'
import { sendStock } from './stock-file.ts'
import { readStockReport } from './stock-report.ts'
import { carrierWords } from './transporters.ts'

/** Rakuten France, formerly PriceMinister: XML over HTTPS, polled (rakuten-france.md). */
export const rakutenFrance = defineMarketplace({
  id: 'rakuten-france',
  title: 'Rakuten France',
  fields,
  connect: ({ login, token, baseUrl, callsPerHour }, ports) => {
    const api = createApi(
      {
        login,
        token,
        baseUrl: new URL(baseUrl || PRODUCTION_URL),
        callsPerHour: callsPerHour === '' ? null : Number(callsPerHour),
      },
      ports,
    )
    return {
      carrierWords,
      testConnection: () => testConnection(api),
      listNewSales: () => listNewSales(api),
      listCurrentSales: (since) => listCurrentSales(api, since),
      acceptItem: (itemId) => acceptItem(api, itemId),
      refuseItem: (itemId) => refuseItem(api, itemId),
      readCompletion: (reference) => readCompletion(api, reference),
      sendTracking: (reference, items) => sendTracking(api, reference, items),
      offerTracking: (itemId, tracking) => offerTracking(api, itemId, tracking),
      cancelItem: (itemId, comment) => cancelItem(api, itemId, comment),
      readItem: (itemId) => readItem(api, itemId),
      listToDo: () => listToDo(api),
      messageBuyer: (itemId, text) => messageBuyer(api, itemId, text),
      confirmPreorder: (advertId, units) => confirmPreorder(api, advertId, units),
      readInventory: () => readInventory(api),
      sendStock: (lines) => sendStock(api, lines),
      readStockReport: (fileId) => readStockReport(api, fileId),
    }
  },
})
