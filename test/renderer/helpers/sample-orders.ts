import type { ItemView, OrderDetail, OrderRow, TimelineEntryView } from '../../../src/preload/contract/order-views.ts'
import type { ProblemView } from '../../../src/preload/contract/shapes.ts'
import type { OrderStatus } from '../../../src/preload/contract/vocabulary.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** So long ago, or (below zero) ahead, as UTC ISO. */
export const ago = (ms: number): string => new Date(Date.now() - ms).toISOString()

export const aProblem = (given: Pick<ProblemView, 'kind'> & Partial<ProblemView>): ProblemView => ({
  message: `Something is the matter: ${given.kind}.`,
  detail: {},
  since: ago(20 * MINUTE),
  nextTryAt: null,
  needsPerson: true,
  choices: ['retry'],
  ...given,
})

const anItem = (given: Partial<ItemView> = {}): ItemView => ({
  itemId: '9001',
  sku: 'LAMPE-ARTIC-N',
  title: 'Lampe de bureau articulée, noire',
  status: 'accepted',
  rakutenStatus: 'ACCEPTED',
  priceCents: 4_500,
  listedPriceCents: 4_500,
  negotiated: false,
  negotiationComment: '',
  preorder: false,
  shipped: false,
  ...given,
})

const ACTIONS: Readonly<Partial<Record<OrderStatus, OrderRow['actions']>>> = {
  imported: ['accept', 'refuse', 'retry', 'manual'],
  accepted: ['cancel', 'retry', 'manual'],
  placed: ['track', 'cancel', 'retry', 'manual'],
  waiting: ['track', 'cancel', 'retry', 'manual'],
  dispatched: ['track', 'retry', 'manual'],
  skipped: ['reconsider', 'manual'],
  manual: ['resume'],
}

export const aRow = (given: Partial<OrderRow> & Pick<OrderRow, 'id'>): OrderRow => ({
  connectionId: 1,
  connection: 'Boutique',
  practice: false,
  reference: String(812_440_000 + given.id),
  status: 'imported',
  problem: null,
  backOfficeRef: null,
  backOfficeNumber: null,
  buyerName: 'Odette Pamplemousse',
  items: [anItem()],
  units: 1,
  deliveryMode: 'Suivi',
  carrier: null,
  trackingNumber: null,
  trackingUrl: null,
  totalCents: 6_490,
  currency: 'EUR',
  purchasedAt: ago(DAY),
  importedAt: ago(DAY - HOUR),
  acceptBy: ago(-3 * DAY),
  atRiskFrom: null,
  changedAt: ago(10 * MINUTE),
  completedAt: null,
  countdown: null,
  shippedAt: null,
  shippedBy: null,
  endedAt: null,
  endedBy: null,
  endReason: null,
  skippedReason: null,
  manualSince: null,
  actions: ACTIONS[given.status ?? 'imported'] ?? [],
  ...given,
})

const ADDRESS = {
  civility: 'Mme',
  lastName: 'Pamplemousse',
  firstName: 'Odette',
  address1: '12 rue des Exemples, apt 4',
  address2: '',
  postcode: '69000',
  city: 'Bourg-Témoin',
  state: '',
  country: 'France',
  countryCode: 'FR',
  phone: '',
  mobile: '06 00 00 00 17',
}

const STORY: readonly TimelineEntryView[] = [
  { at: ago(26 * HOUR), actor: 'navette', what: 'imported', detail: { units: 3 } },
  { at: ago(25 * HOUR), actor: 'navette', what: 'accepted', detail: { shippingCents: 690 } },
  {
    at: ago(25 * HOUR - 1_000),
    actor: 'navette',
    what: 'call',
    detail: {
      name: 'Boutique: orders',
      method: 'POST',
      url: 'https://boutique.example/wp-json/wc/v3/orders?consumer_secret=••••',
      attempt: 1,
      durationMs: 412,
      status: 201,
      fault: null,
      request: '{"status":"processing"}',
      answer: '{"id":4807}',
    },
  },
  {
    at: ago(24 * HOUR),
    actor: 'back-office',
    what: 'placed',
    detail: { office: 'Boutique', number: '#4807', agrees: true },
  },
  { at: ago(4 * HOUR), actor: 'back-office', what: 'completed', detail: { trackingNumber: null } },
  {
    at: ago(20 * MINUTE),
    actor: 'navette',
    what: 'problem',
    detail: { kind: 'tracking-required', message: 'No code came.' },
  },
]

export const aDetail = (row: OrderRow): OrderDetail => ({
  ...row,
  problems: row.problem === null ? [] : [row.problem],
  buyer: {
    login: 'odette_p',
    email: 'odette@acheteur.example',
    billing: ADDRESS,
    delivery: ADDRESS,
    relayPoint: null,
    corrected: null,
  },
  buyerErasedAt: null,
  lines: [
    {
      sku: 'LAMPE-ARTIC-N',
      title: 'Lampe de bureau articulée, noire',
      quantity: 1,
      priceCents: 4_500,
      itemIds: ['9001'],
      kept: 1,
    },
    {
      sku: 'AMPOULE-E27-3',
      title: 'Ampoule LED E27, lot de 3',
      quantity: 2,
      priceCents: 650,
      itemIds: ['9002', '9003'],
      kept: 2,
    },
  ],
  shippingCents: 690,
  backOfficeId: row.backOfficeRef === null ? null : 1,
  backOffice: 'Boutique',
  backOfficeUrl: row.backOfficeRef === null ? null : 'https://boutique.example/wp-admin/post.php?post=4807',
  method: 'Colissimo, home',
  prepaidLabel: null,
  acceptedAt: ago(25 * HOUR),
  placedAt: ago(24 * HOUR),
  dispatchedAt: null,
  shipments: [],
  timeline: STORY,
})

const held = (id: number, buyerName: string, problem: ProblemView, more: Partial<OrderRow> = {}): OrderRow =>
  aRow({ id, buyerName, problem, ...more })

/** One order for every kind of problem that has fields or an ending of its own. */
export const troubledOrders = (): readonly OrderRow[] => [
  held(
    317,
    'Odette Pamplemousse',
    aProblem({ kind: 'tracking-required', detail: { mode: 'Suivi' }, choices: ['track', 'manual'] }),
    {
      status: 'waiting',
      backOfficeRef: '4807',
      backOfficeNumber: '#4807',
      completedAt: ago(4 * HOUR),
      actions: ['track', 'cancel', 'retry', 'manual'],
    },
  ),
  held(
    291,
    'Barnabé Tournesol',
    aProblem({
      kind: 'carrier',
      message: 'No carrier is called "Coursier du Lac".',
      detail: { code: 'CARRIER_UNKNOWN', carrier: 'Coursier du Lac', trackingNumber: 'CL-2231', candidates: [] },
      choices: ['choose', 'add-template'],
    }),
    { status: 'dispatched', deliveryMode: 'Express', totalCents: 11_800, actions: ['track', 'retry', 'manual'] },
  ),
  held(
    1_006,
    'Léonie Parapluie',
    aProblem({
      kind: 'sku',
      message: 'SKU TASSE-B not found in Boutique. The order is held; nothing was accepted.',
      detail: { sku: 'TASSE-B', product: 'TASSE-B', office: 'Boutique', reason: 'unknown' },
      choices: ['alias', 'retry', 'refuse'],
    }),
    { deliveryMode: 'Normal', totalCents: 2_380, acceptBy: ago(-26 * HOUR), atRiskFrom: ago(7 * HOUR) },
  ),
  held(
    1_130,
    'Gaspard Bouilloire',
    aProblem({
      kind: 'stock',
      message: '1 of 3 in stock. The order is held.',
      detail: { available: 1, needed: 3, choices: ['wait', 'accept-available', 'refuse'] },
      choices: ['wait', 'accept-available', 'refuse'],
    }),
    { totalCents: 8_970, units: 3 },
  ),
  held(
    1_222,
    'Anatole Cerf-Volant',
    aProblem({
      kind: 'negotiation',
      message: 'The buyer offers 25.00 EUR instead of 30.00. Only you can decide.',
      detail: { offerCents: 2_500, priceCents: 3_000, currency: 'EUR', comment: '' },
      choices: ['accept', 'refuse'],
    }),
    { deliveryMode: 'Normal', totalCents: 2_500 },
  ),
  held(
    1_240,
    'Solange Coquelicot',
    aProblem({
      kind: 'delivery-mode',
      message: 'New delivery mode "Livraison en casier". The order waits until a method is chosen for it.',
      detail: { mode: 'Livraison en casier' },
      choices: ['map'],
    }),
    {
      status: 'skipped',
      skippedReason: 'mode-not-mapped',
      deliveryMode: 'Livraison en casier',
      totalCents: 4_120,
      actions: ['reconsider', 'manual'],
    },
  ),
  held(
    1_260,
    'Prune Mirabelle',
    aProblem({
      kind: 'address',
      message: 'Boutique cannot deliver to this address: the phone number is missing.',
      detail: { office: 'Boutique', rule: 'the phone number is missing' },
      choices: ['correct', 'manual'],
    }),
  ),
  held(
    1_270,
    'Edgar Ventilateur',
    aProblem({
      kind: 'duplicate',
      message: 'Boutique holds this order 2 times: #4815 and #4816. Navette touches none of them.',
      detail: { office: 'Boutique', refs: ['4815', '4816'], numbers: ['#4815', '#4816'] },
      choices: ['keep'],
    }),
    { status: 'accepted' },
  ),
  held(
    854,
    'Firmin Baguenaude',
    aProblem({ kind: 'claim', detail: { itemId: '1', text: 'Colis jamais arrivé.' }, choices: ['open'] }),
    {
      status: 'shipped',
      totalCents: 3_650,
      carrier: 'Colissimo',
      trackingNumber: '6A62957360897',
    },
  ),
]

/** An order in each of the other statuses. */
export const quietOrders = (): readonly OrderRow[] => [
  aRow({
    id: 688,
    status: 'waiting',
    deliveryMode: 'Normal',
    completedAt: ago(108 * MINUTE),
    countdown: { outcome: 'ships-without-code', endsAt: ago(-72 * MINUTE) },
    totalCents: 1_840,
    buyerName: 'Hector Moulinet',
    backOfficeRef: '4811',
    backOfficeNumber: '#4811',
  }),
  aRow({
    id: 702,
    status: 'waiting',
    deliveryMode: 'Recommandé',
    completedAt: ago(19 * MINUTE),
    countdown: { outcome: 'code-needed', endsAt: ago(-161 * MINUTE) },
    totalCents: 15_200,
    buyerName: 'Ysaline Tartempion',
    backOfficeRef: '4812',
    backOfficeNumber: '#4812',
  }),
  aRow({ id: 1_262, buyerName: 'Rosalie Girouette', totalCents: 2_790 }),
  aRow({ id: 1_251, status: 'accepted', buyerName: 'Anselme Pirouette', deliveryMode: 'Express', totalCents: 7_400 }),
  aRow({
    id: 1_198,
    status: 'placed',
    buyerName: 'Clémence Sarbacane',
    deliveryMode: 'Point relais Mondial Relay',
    units: 4,
    totalCents: 4_620,
    backOfficeRef: '4829',
    backOfficeNumber: '#4829',
  }),
  aRow({
    id: 1_187,
    status: 'placed',
    buyerName: 'Jean-Baptiste-Emmanuel de la Rochefoucauld-Montmirail-Beauséjour',
    totalCents: 124_900,
    backOfficeRef: '4828',
    backOfficeNumber: '#4828',
  }),
  aRow({
    id: 954,
    status: 'dispatched',
    buyerName: 'Prune Mirabelle',
    totalCents: 3_250,
    carrier: 'Colissimo',
    trackingNumber: '6A61031888418',
    backOfficeRef: '4819',
    backOfficeNumber: '#4819',
  }),
  aRow({
    id: 870,
    status: 'shipped',
    buyerName: 'Apolline Cerfeuil',
    totalCents: 2_100,
    carrier: 'Colissimo',
    trackingNumber: '6A62957360897',
    shippedBy: 'navette',
    backOfficeRef: '4816',
    backOfficeNumber: '#4816',
  }),
  aRow({
    id: 844,
    status: 'shipped',
    buyerName: 'Mahaut Escarpolette',
    deliveryMode: 'Normal',
    totalCents: 1_260,
    shippedBy: 'navette',
  }),
  aRow({ id: 790, status: 'manual', buyerName: 'Sidonie Capeline', totalCents: 4_400, manualSince: ago(2 * DAY) }),
  aRow({
    id: 533,
    status: 'refused',
    buyerName: 'Basile Accordéon',
    totalCents: 31_000,
    endedBy: 'seller',
    endReason: 'out of stock',
  }),
  aRow({
    id: 412,
    status: 'cancelled',
    buyerName: 'Violette Papillote',
    deliveryMode: 'Normal',
    totalCents: 1_980,
    endedBy: 'buyer',
    endReason: 'before shipment',
  }),
  aRow({
    id: 377,
    status: 'skipped',
    buyerName: null,
    deliveryMode: 'Retrait chez le vendeur',
    totalCents: 6_500,
    skippedReason: 'in-store-pickup',
  }),
]
