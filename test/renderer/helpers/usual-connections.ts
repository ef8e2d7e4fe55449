import type { ConnectionView } from '../../../src/preload/contract/connection-views.ts'
import type { Answers } from '../../../src/preload/contract/index.ts'
import {
  aConnection,
  backOffices,
  carriers,
  deliveryTable,
  foundColissimo,
  kinds,
  marketplaces,
  methods,
} from './sample-connections.ts'

const checks = [
  { name: 'Reachable', ok: true, message: 'Rakuten answers.' },
  { name: 'Login and token', ok: true, message: 'Rakuten knows the login and the token.' },
]

export const usualOffices = (connections: readonly ConnectionView[]): Pick<Answers, 'connections' | 'backOffices'> => {
  const known = (id: number): ConnectionView => connections.find((one) => one.id === id) ?? aConnection({ id })
  return {
    connections: {
      marketplaces: () => marketplaces,
      list: () => connections,
      check: () => checks,
      add: ({ label, backOfficeId }) => aConnection({ id: 9, label, backOfficeId, state: 'paused', paused: true }),
      startPractice: () => aConnection({ id: 3, label: 'Practice', practice: true }),
      activate: ({ id }) => aConnection({ id }),
      change: ({ id, settings, label }) => {
        const connection = known(id)
        return {
          ...connection,
          label: label ?? connection.label,
          settings: { ...connection.settings, ...settings },
          stockUpdates: settings?.stockUpdates ?? connection.stockUpdates,
        }
      },
      pause: ({ id }) => ({ ...known(id), paused: true, state: 'paused' }),
      resume: ({ id }) => ({ ...known(id), paused: false, state: 'running' }),
      newSecret: () => ({ kept: true, checks }),
      remove: () => ({ removed: true, openOrders: 0 }),
      test: () => checks,
      backlog: () => [],
      matchSkus: () => ({ matched: 0, missing: 0, duplicate: 0, samples: { matched: [], missing: [], duplicate: [] } }),
      exportAliases: () => ({ name: 'aliases.csv', mediaType: 'text/csv', text: '' }),
      importAliases: () => ({ imported: 0, errors: [] }),
      sendTestOrder: () => ({
        reference: 'TEST-1',
        state: 'sent',
        sentAt: '2026-11-24T13:32:00.000Z',
        backOfficeNumber: null,
        backOfficeUrl: null,
        message: '',
      }),
      testOrder: () => null,
      draft: () => null,
      saveDraft: () => undefined,
    },
    backOffices: {
      kinds: () => kinds,
      list: () => backOffices,
      check: () => checks,
      add: ({ kind, label }) => ({
        id: 9,
        label,
        kind,
        title: label,
        officeKind: 'webshop',
        settings: {},
        secretsSet: [],
        connectionIds: [],
        skuSources: ['sku'],
      }),
      change: ({ id }) => backOffices.find((office) => office.id === id) ?? backOffices[0] ?? neverEmpty(),
      newSecret: () => ({ kept: true, checks }),
      remove: () => undefined,
      test: () => checks,
      preview: () => ({ order: { id: null, reference: 'RKT-000000000' }, orders: [], previews: [] }),
      choices: () => [
        { value: 'completed', label: 'Completed' },
        { value: 'shipped', label: 'Shipped' },
      ],
      methods: () => methods,
      products: ({ search }) =>
        [
          { sku: 'MUG-BLUE', title: 'Mug émaillé bleu', available: 12 },
          { sku: 'MUG-RED', title: 'Mug émaillé rouge', available: 4 },
        ].filter(({ sku, title }) => `${sku} ${title}`.toLowerCase().includes(search.toLowerCase())),
    },
  }
}

const neverEmpty = (): never => {
  throw new Error('There is always a back office')
}

export const usualDelivery: Answers['delivery'] = {
  table: () => deliveryTable,
  map: () => ({ heldOrders: 1 }),
  bringBack: () => [{ orderId: 1_240, reference: '812441240', action: 'reconsider', done: true, message: 'Back.' }],
  carriers: () => ({ carriers, defaultCarrier: null }),
  tryCode: () => foundColissimo,
}
