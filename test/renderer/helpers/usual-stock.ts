import type { Answers } from '../../../src/preload/contract/index.ts'
import type { OfficeOrderView } from '../../../src/preload/contract/office-orders.ts'
import type { ProductView } from '../../../src/preload/contract/products.ts'
import type { StockRow } from '../../../src/preload/contract/stock.ts'
import { ago } from './sample-orders.ts'

const MINUTE = 60_000

const aStock = (sku: string, title: string, given: Partial<StockRow> = {}): StockRow => ({
  connectionId: 1,
  connection: 'Boutique',
  sku,
  title,
  ean: '',
  available: 12,
  inOrders: 0,
  offered: 11,
  lastSent: 11,
  atRakuten: 11,
  state: 'unchanged',
  message: '',
  sentAt: null,
  ...given,
})

const stock: readonly StockRow[] = [
  aStock('CARNET-A5-LIGNE', 'Carnet A5 ligné, vert', {
    available: 41,
    inOrders: 6,
    offered: 34,
    lastSent: 38,
    state: 'pending',
    message: 'next file',
  }),
  aStock('LAMPE-ARTIC-N', 'Lampe de bureau articulée, noire', {
    available: 1,
    inOrders: 1,
    offered: 0,
    lastSent: 2,
    state: 'pending',
    message: 'leaves first',
  }),
  aStock('MUG-BLUE', 'Mug émaillé bleu', { state: 'sent', sentAt: ago(7 * MINUTE) }),
  aStock('THEIERE-FONTE', 'Théière en fonte 0,8 l', {
    offered: 2,
    lastSent: 5,
    state: 'error',
    message: '« Prix invalide »',
  }),
  aStock('TASSE-B', 'Tasse bleue', {
    available: null,
    offered: null,
    atRakuten: 4,
    lastSent: 4,
    state: 'skipped',
    message: 'not in Boutique',
  }),
  aStock('GUIRLANDE-10', 'Guirlande lumineuse 10 m', { state: 'superseded', message: 'by 14:25' }),
  aStock('PLAID-LAINE-G', 'Plaid en laine, gris'),
]

const counts = { all: 7, different: 3, unchanged: 1, pending: 2, sent: 1, superseded: 1, skipped: 1, error: 1 }

export const usualStock: Pick<Answers, 'stock' | 'activity'> = {
  stock: {
    overview: () => ({
      stockUpdates: true,
      problem: null,
      lastFile: { sentAt: ago(7 * MINUTE), skus: 38, state: 'done' },
      waitingSkus: 2,
      nextFileAt: ago(-3 * MINUTE),
      nextSlotAt: ago(0),
      filesThisHour: 6,
      filesPerHour: 10,
      counts,
    }),
    list: ({ filter, offset, limit }) => {
      const rows = stock.filter(({ state }) => filter === 'all' || filter === state)
      return { rows: rows.slice(offset, offset + limit), total: rows.length }
    },
    csv: () => ({ name: 'stock.csv', mediaType: 'text/csv', text: '' }),
    preview: () => ({
      connectionId: 1,
      soldOut: [{ sku: 'LAMPE-ARTIC-N', title: 'Lampe', from: 2, to: 0 }],
      fewer: [{ sku: 'CARNET-A5-LIGNE', title: 'Carnet', from: 38, to: 34 }],
      more: [{ sku: 'HORLOGE-MUR-S', title: 'Horloge', from: 0, to: 12 }],
      needsConfirmation: null,
    }),
    syncNow: () => ({ sent: 3, message: '3 SKUs sent.', nextSlotAt: null }),
    confirm: () => ({ reference: '', action: 'send', done: true, message: 'Sent.' }),
    discard: () => ({ reference: '', action: 'discard', done: true, message: 'Nothing was changed.' }),
  },
  activity: {
    cycles: () => [
      {
        id: 2,
        connectionId: 1,
        connection: 'Boutique',
        startedAt: ago(2 * MINUTE),
        finishedAt: ago(2 * MINUTE - 4_100),
        times: 1,
        running: false,
        tookMs: 4_100,
        steps: [
          { step: 'import', moved: 2, problems: 0, reached: true },
          { step: 'accept', moved: 1, problems: 1, reached: true },
          { step: 'send-tracking', moved: 3, problems: 0, reached: true },
        ],
        problem: null,
      },
      {
        id: 1,
        connectionId: 1,
        connection: 'Boutique',
        startedAt: ago(60 * MINUTE),
        finishedAt: ago(60 * MINUTE - 32_000),
        times: 1,
        running: false,
        tookMs: 32_000,
        steps: [{ step: 'import', moved: 0, problems: 1, reached: true }],
        problem: { kind: 'unreachable', message: 'Rakuten did not answer.' },
      },
    ],
    perDay: ({ days }) =>
      Array.from({ length: days }, (_, index) => ({
        day: ago((days - 1 - index) * 24 * 60 * MINUTE).slice(0, 10),
        imported: 10 + (index % 7),
        shipped: 12,
        cycles: 280,
        failed: index % 5 === 3 ? 2 : 0,
        averageMs: 4_100 + 100 * (index % 4),
        longestMs: 13_000,
      })),
  },
}

const products: readonly ProductView[] = [
  {
    sku: 'BOL-GRES-BLEU',
    ean: '3760000000017',
    title: 'Bol en grès bleu',
    stock: 22,
    safetyStock: 1,
    priceCents: 1_490,
  },
  { sku: 'CARAFE-VERRE', ean: '', title: 'Carafe verre soufflé', stock: 10, safetyStock: 0, priceCents: null },
]

const officeOrder: OfficeOrderView = {
  reference: 'TRY-828066841',
  state: 'open',
  purchasedAt: ago(120 * MINUTE),
  placedAt: ago(60 * MINUTE),
  completedAt: null,
  cancelledAt: null,
  cancelReason: null,
  lines: [{ sku: 'BOL-GRES-BLEU', title: 'Bol en grès bleu', quantity: 2, priceCents: 1_490 }],
  shippingCents: 590,
  currency: 'EUR',
  deliveryMode: 'Suivi',
  methodId: 'home',
  parcels: [],
  buyer: null,
}

export const usualThisPc: Pick<Answers, 'products' | 'officeOrders'> = {
  products: {
    list: ({ search, offset, limit }) => {
      const rows = products.filter(({ sku, title }) => `${sku} ${title}`.toLowerCase().includes(search.toLowerCase()))
      return { rows: rows.slice(offset, offset + limit), total: rows.length }
    },
    save: ({ product }) => product,
    receive: ({ code, units }) => ({
      sku: code,
      ean: '',
      title: '',
      stock: 22 + units,
      safetyStock: 0,
      priceCents: null,
    }),
    remove: () => undefined,
    exportCsv: () => ({ name: 'products.csv', mediaType: 'text/csv', text: '' }),
    previewCsv: () => ({ total: 2, rows: products, errors: [] }),
    importCsv: () => ({ added: 1, changed: 1, unchanged: 0, errors: [] }),
    startFromInventory: () => ({ added: 2, left: [] }),
  },
  officeOrders: {
    list: () => ({ rows: [officeOrder], total: 1 }),
    get: ({ reference }) => ({ ...officeOrder, reference }),
    ship: ({ reference, carrierName, trackingNumber }) => ({
      ...officeOrder,
      reference,
      state: 'completed',
      parcels: [{ carrierName, trackingNumber, trackingUrl: null, contents: [], shippedAt: ago(0) }],
    }),
    cancel: ({ reference, reason }) => ({ ...officeOrder, reference, state: 'cancelled', cancelReason: reason }),
    reopen: ({ reference }) => ({ ...officeOrder, reference }),
    exportCsv: () => ({ name: 'orders.csv', mediaType: 'text/csv', text: '' }),
  },
}
