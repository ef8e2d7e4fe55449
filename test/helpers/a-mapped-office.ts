import { z } from 'zod'
import {
  type BackOffice,
  type BackOfficeDefinition,
  defineBackOffice,
  type OrderToPlace,
  type Preview,
} from '../../src/main/connectors/sockets/back-office.ts'

const Template = z.object({
  title: z.string(),
  createOrder: z.object({ columns: z.array(z.object({ name: z.string(), value: z.string() })) }),
  readOrders: z.object({ name: z.string(), map: z.record(z.string(), z.string()) }),
  states: z.record(z.string(), z.string()),
  carriers: z.record(z.string(), z.string()).optional(),
})

/** A preset's text as somebody wrote it by hand: its blanks are nobody's to change. */
export const MAPPED_TEMPLATE = `{
  "title": "Atelier",
  "createOrder": { "columns": [
    { "name": "Referentie", "value": "{{order.ref}}" },
    { "name": "?", "value": "{{order.shippingCity}}" }
  ] },
  "readOrders": { "name": "?", "map": { "ref": "Bestelnummer", "state": "?" } },
  "note":   "written  by hand",
  "states": { "nieuw": "open" }
}
`

export const QUESTIONS = { nl: 'Hoe komt een bestelling binnen?', en: 'How does an order come in?' }

const STATES = [
  { value: 'open', label: 'Open' },
  { value: 'shipped', label: 'Shipped', alike: ['verzonden', 'expédiée', 'versendet'] },
  { value: 'cancelled', label: 'Cancelled', alike: ['geannuleerd', 'annulée', 'storniert'] },
]

/** A back office whose words the seller maps: it speaks to nobody, and shows what it would say. */
export const mappedOffice: BackOfficeDefinition = defineBackOffice({
  id: 'mapped',
  title: 'Mapped (interface or files)',
  kind: 'webshop',
  fields: {
    template: {
      label: 'Template',
      help: 'How orders are written and read.',
      document: true,
      refuse: (text) => (isJson(text) ? null : 'The template is not JSON.'),
      tables: [
        {
          ...{ title: 'States', help: 'Their words for the state of an order.', at: 'states', rows: 'theirs-first' },
          ...{ theirs: 'Their word', ours: 'Means', choices: STATES, seenAs: 'state' },
        },
        {
          ...{ title: 'Carriers', at: 'carriers', rows: 'theirs-first', mayBegin: true },
          ...{ theirs: 'Their word', ours: 'Carrier', seenAs: 'carrier' },
        },
        {
          ...{ title: 'Columns of an order', at: 'createOrder.columns', rows: { theirs: 'name', ours: 'value' } },
          ...{ theirs: 'Column', ours: 'Holds' },
          choices: [
            { value: '{{order.ref}}', label: 'Order number', alike: ['referentie', 'référence', 'Bestellnummer'] },
            { value: '{{order.shippingCity}}', label: 'City', alike: ['plaats', 'ville', 'Ort', 'woonplaats'] },
          ],
        },
        {
          ...{ title: 'Fields of a state', at: 'readOrders.map', rows: 'ours-first', theirs: 'Field', ours: 'Holds' },
          choices: [
            { value: 'ref', label: 'Order number', alike: ['bestelnummer'] },
            { value: 'state', label: 'State', alike: ['status', 'statut', 'toestand'] },
            { value: 'trackingNumber', label: 'Tracking number', alike: ['trackingcode', 'numéro de suivi'] },
          ],
        },
      ],
    },
    baseUrl: { label: 'Address', address: true, optional: true },
    secret: { label: 'Password or key', secret: true, optional: true },
    folderKey: { label: 'Private key', secret: true, document: true, optional: true },
  },
  presets: [
    {
      ...{ id: 'divide', title: 'Divide — via mapped back office', values: { template: MAPPED_TEMPLATE } },
      ...{ note: 'There is no public interface description for this platform.', questions: QUESTIONS },
    },
    { id: 'simple', title: 'Simple REST', values: { template: MAPPED_TEMPLATE.replace('Atelier', 'Simple') } },
  ],
  capabilities: {
    ...{ lookUp: true, idempotentCreate: false, indexDelaySeconds: 0, holdsRelayPoint: true, testOrders: false },
    ...{ callsPer500Orders: 1, callsPer5000Skus: 1 },
  },
  skuSources: ['sku'],
  connect: ({ template = '' }) =>
    ({
      testConnection: async () => [{ name: 'template', ok: true, message: 'The template can be read.' }],
      listMethods: async () => [{ id: 'post', title: 'By post', serves: ['standard', 'signed'] }],
      preview: async (order) => previewsOf(Template.parse(JSON.parse(template)), order),
    }) satisfies Partial<BackOffice> as unknown as BackOffice, // the verbs that are asked without the engine
})

const previewsOf = (template: z.infer<typeof Template>, order: OrderToPlace): readonly Preview[] => {
  const filled = (pattern: string): string =>
    pattern.replace('{{order.ref}}', order.reference).replace('{{order.shippingCity}}', order.delivery.city)
  const { columns } = template.createOrder
  const isKnown = Object.keys(template.states).includes('verzonden')
  return [
    {
      title: `Order, written by ${template.title}`,
      text: `${columns.map(({ name }) => name).join(';')}\n${columns.map(({ value }) => filled(value)).join(';')}\n`,
      rows: null,
      problem: null,
    },
    {
      title: 'States, read last',
      text: 'Bestelnummer;Status;Vervoerder\n4711;verzonden;PostNL\n',
      rows: [{ ref: '4711', state: 'verzonden', carrier: 'PostNL' }],
      problem: isKnown ? null : 'Nobody said what “verzonden” means: such an order stays open.',
    },
    { title: 'Stock', text: null, rows: null, problem: null },
  ]
}

const isJson = (text: string): boolean => {
  try {
    return Template.safeParse(JSON.parse(text)).success
  } catch {
    return false
  }
}
