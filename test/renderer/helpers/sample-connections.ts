import type {
  BackOfficeKindView,
  BackOfficeView,
  DeliveryMethodView,
} from '../../../src/preload/contract/back-offices.ts'
import type { ConnectionView, MarketplaceView } from '../../../src/preload/contract/connection-views.ts'
import type { CarrierRow, DeliveryTable, TriedCode } from '../../../src/preload/contract/delivery.ts'
import type { FieldView } from '../../../src/preload/contract/shapes.ts'
import { ago, aProblem } from './sample-orders.ts'

const MINUTE = 60_000

export const aConnection = (given: Partial<ConnectionView> = {}): ConnectionView => ({
  id: 1,
  label: 'Boutique',
  marketplace: 'rakuten-france',
  marketplaceTitle: 'Rakuten France',
  login: 'maboutique',
  account: {},
  secretsSet: ['token'],
  backOfficeId: 1,
  backOffice: 'Boutique',
  backOfficeTitle: 'WooCommerce',
  backOfficeKind: 'webshop',
  referencePrefix: 'RKT',
  practice: false,
  paused: false,
  state: 'running',
  stockUpdates: true,
  settings: {
    importFrom: null,
    acceptance: 'automatic',
    partialStock: 'hold',
    adoptAccepted: 'ask',
    skuSource: 'sku',
    skuAliases: { 'TASSE-B': 'MUG-BLUE' },
    deliveryModes: {},
    carriers: {},
    carriersUsed: ['colissimo'],
    defaultCarrier: null,
    ownCarriers: [],
    stockUpdates: true,
    safetyStock: 1,
    cancelAtRakuten: 'automatic',
    cancelComment: 'Nous sommes désolés.',
    messageBuyer: false,
  },
  problem: null,
  lastCycleAt: ago(2 * MINUTE),
  lastCycleMs: 4_100,
  importedToday: 12,
  shippedToday: 9,
  openOrders: 12,
  nearestAcceptBy: ago(-26 * 60 * MINUTE),
  testOrders: true,
  ...given,
})

/** Well, stopped, and paused. */
export const threeConnections = (): readonly ConnectionView[] => [
  aConnection(),
  aConnection({
    id: 2,
    label: 'Papeterie',
    login: 'papeterie-fictive',
    backOfficeId: 2,
    backOffice: 'Cubyn',
    backOfficeTitle: 'Cubyn',
    backOfficeKind: 'warehouse',
    state: 'stopped',
    problem: aProblem({
      kind: 'credentials',
      message: 'Rakuten no longer takes the token of Papeterie.',
      detail: { side: 'Rakuten' },
      choices: ['new-secret'],
    }),
  }),
  aConnection({
    id: 3,
    label: 'Practice',
    practice: true,
    backOfficeId: 3,
    backOffice: 'This PC',
    backOfficeTitle: 'This PC',
    backOfficeKind: 'built-in',
    state: 'paused',
    paused: true,
  }),
]

const aField = (field: Partial<FieldView> & Pick<FieldView, 'name' | 'label'>): FieldView => ({
  ...{
    help: null,
    secret: false,
    optional: false,
    unless: null,
    address: false,
    fallback: null,
    choices: null,
    several: false,
    document: false,
    tables: [],
  },
  ...field,
})

export const marketplaces: readonly MarketplaceView[] = [
  {
    id: 'rakuten-france',
    title: 'Rakuten France',
    practice: true,
    fields: [
      aField({ name: 'login', label: 'Login', help: 'The account name in your user banner at Rakuten.' }),
      aField({ name: 'token', label: 'Token', secret: true }),
    ],
  },
]

export const kinds: readonly BackOfficeKindView[] = [
  {
    id: 'this-pc',
    title: 'This PC',
    kind: 'built-in',
    fields: [],
    skuSources: ['sku'],
    presets: [],
    previews: false,
    testOrders: true,
    lookUp: true,
    caution: null,
  },
  {
    id: 'woocommerce',
    title: 'WooCommerce',
    kind: 'webshop',
    fields: [
      aField({ name: 'shopUrl', label: 'Shop address', address: true }),
      aField({ name: 'consumerKey', label: 'Consumer key', secret: true }),
      aField({
        ...{ name: 'restock', label: 'Stock after a cancellation', optional: true, fallback: 'yes' },
        choices: [
          { value: 'yes', label: 'Put it back' },
          { value: 'no', label: 'Leave it' },
        ],
      }),
      aField({
        ...{
          name: 'completedStates',
          label: 'States of a completed order',
          optional: true,
          fallback: 'completed,delivered',
        },
        ...{ choices: 'from-outside', several: true },
      }),
    ],
    skuSources: ['sku', 'id'],
    presets: [],
    previews: false,
    testOrders: true,
    lookUp: true,
    caution: null,
  },
]

export const backOffices: readonly BackOfficeView[] = [
  {
    id: 1,
    label: 'Boutique',
    kind: 'woocommerce',
    title: 'WooCommerce',
    officeKind: 'webshop',
    settings: {},
    secretsSet: ['consumerKey'],
    connectionIds: [1],
    skuSources: ['sku', 'id'],
  },
  {
    id: 2,
    label: 'Cubyn',
    kind: 'cubyn',
    title: 'Cubyn',
    officeKind: 'warehouse',
    settings: {},
    secretsSet: [],
    connectionIds: [2],
    skuSources: ['sku'],
  },
  {
    id: 3,
    label: 'This PC',
    kind: 'this-pc',
    title: 'This PC',
    officeKind: 'built-in',
    settings: {},
    secretsSet: [],
    connectionIds: [3],
    skuSources: ['sku'],
  },
]

export const methods: readonly DeliveryMethodView[] = [
  { id: 'flat_rate:3', title: 'Colissimo sans signature', serves: ['standard'] },
  { id: 'flat_rate:4', title: 'Colissimo avec signature', serves: ['signed'] },
  { id: 'relay', title: 'Mondial Relay, point relais', serves: ['relay'] },
]

export const deliveryTable: DeliveryTable = {
  modes: [
    {
      mode: 'Livraison en casier',
      openOrders: 0,
      heldOrders: 1,
      choice: 'not-mapped',
      methodId: null,
      own: false,
      tracking: 'needed',
    },
    {
      mode: 'Normal',
      openOrders: 9,
      heldOrders: 0,
      choice: 'method',
      methodId: 'flat_rate:3',
      own: false,
      tracking: 'not-needed',
    },
    {
      mode: 'Suivi',
      openOrders: 14,
      heldOrders: 0,
      choice: 'method',
      methodId: 'flat_rate:3',
      own: true,
      tracking: 'needed',
    },
    {
      mode: 'So Colissimo',
      openOrders: 0,
      heldOrders: 0,
      choice: 'not-available',
      methodId: null,
      own: false,
      tracking: 'label',
    },
    {
      mode: 'Retrait chez le vendeur',
      openOrders: 1,
      heldOrders: 0,
      choice: 'in-store-pickup',
      methodId: null,
      own: false,
      tracking: 'needed',
    },
  ],
  methods,
  methodsProblem: null,
}

export const carriers: readonly CarrierRow[] = [
  {
    id: 'Coursier du Lac',
    name: 'Coursier du Lac',
    rakutenName: 'Autre',
    linkHost: null,
    own: true,
    used: true,
    knownAs: [],
  },
  {
    id: 'colissimo',
    name: 'Colissimo',
    rakutenName: 'Colissimo',
    linkHost: 'laposte.fr',
    own: false,
    used: true,
    knownAs: ['La Poste', 'colissimo_home'],
  },
  {
    id: 'chronopost',
    name: 'Chronopost',
    rakutenName: 'Chronopost',
    linkHost: 'chronopost.fr',
    own: false,
    used: false,
    knownAs: [],
  },
]

export const foundColissimo: TriedCode = {
  carrier: { id: 'colissimo', name: 'Colissimo' },
  rakutenName: 'Colissimo',
  trackingUrl: 'https://www.laposte.fr/outils/suivre-vos-envois?code=8G45061126689',
  problem: null,
  suspect: false,
  rules: [
    { rule: 'mapping', answer: 'no-answer', carriers: [] },
    { rule: 'link', answer: 'no-answer', carriers: [] },
    { rule: 'name', answer: 'no-answer', carriers: [] },
    { rule: 'number', answer: 'hit', carriers: [{ id: 'colissimo', name: 'Colissimo' }] },
    { rule: 'default', answer: 'not-reached', carriers: [] },
    { rule: 'problem', answer: 'not-reached', carriers: [] },
  ],
}
