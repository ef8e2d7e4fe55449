import type { DocumentTable, TableChoice } from '../sockets/definition.ts'
import { LINE_NAMES, ORDER_NAMES } from './canonical.ts'
import type { StateWord } from './template.ts'

/** [C] Words of shops in Dutch, French, German and English: suggestions, never taken by themselves (divide.md 5). */
const ALIKE: Readonly<Record<StateWord, readonly string[]>> = {
  open: ['nieuw', 'wacht op betaling', 'nouvelle', 'en attente', 'neu', 'offen', 'new', 'open', 'pending'],
  processing: ['in behandeling', 'en préparation', 'in bearbeitung', 'processing', 'picking', 'to_be_prepared'],
  partially_shipped: ['deels verzonden', 'partiellement expédiée', 'teilweise versendet', 'partially shipped'],
  shipped: ['verzonden', 'expédiée', 'envoyée', 'versendet', 'verschickt', 'shipped', 'sent', 'dispatched'],
  completed: ['afgehandeld', 'voltooid', 'terminée', 'livrée', 'abgeschlossen', 'completed', 'complete', 'delivered'],
  cancelled: ['geannuleerd', 'annulée', 'storniert', 'cancelled', 'canceled'],
  returned: ['retour', 'geretourneerd', 'retournée', 'retourniert', 'returned'],
  ignore: [],
}

const LABELS: Readonly<Record<StateWord, string>> = {
  open: 'Open',
  processing: 'In preparation',
  partially_shipped: 'A part has left',
  shipped: 'Shipped',
  completed: 'Completed',
  cancelled: 'Cancelled',
  returned: 'Returned',
  ignore: 'Says nothing',
}

const states: readonly TableChoice[] = Object.entries(LABELS).map(([value, label]) => ({
  ...{ value, label },
  // The entries of a table by words have words for names.
  alike: ALIKE[value as StateWord],
}))

const inserted = (names: readonly string[]): readonly TableChoice[] =>
  names.map((name) => ({ value: `{{${name}}}`, label: name, alike: [name.slice(name.indexOf('.') + 1)] }))

const stateFields: readonly TableChoice[] = [
  {
    value: 'ref',
    label: 'Our reference',
    alike: ['ordernummer', 'referentie', 'référence', 'bestellnummer', 'orderid'],
  },
  { value: 'remoteId', label: 'Their number', alike: ['id', 'order_id'] },
  { value: 'number', label: 'Number that people see', alike: ['number', 'nummer', 'numéro'] },
  { value: 'state', label: 'State', alike: ['status', 'state', 'statut', 'toestand'] },
  { value: 'trackingNumber', label: 'Tracking number', alike: ['tracking number', 'trackingcode', 'numéro de suivi'] },
  { value: 'carrier', label: 'Carrier', alike: ['vervoerder', 'transporteur', 'versanddienst', 'shipping service'] },
  { value: 'trackingUrl', label: 'Tracking link', alike: ['tracking url', 'trackinglink', 'lien de suivi'] },
  { value: 'sku', label: 'SKU of a row', alike: ['artikelnummer', 'référence article'] },
  { value: 'quantity', label: 'Units of a row', alike: ['aantal', 'quantité', 'menge', 'qty'] },
]

const stockFields: readonly TableChoice[] = [
  { value: 'sku', label: 'SKU', alike: ['artikelnummer', 'référence', 'artikel', 'code'] },
  { value: 'quantity', label: 'Units', alike: ['voorraad', 'aantal', 'stock', 'quantité', 'bestand', 'qty'] },
  { value: 'title', label: 'Title', alike: ['omschrijving', 'naam', 'désignation', 'bezeichnung', 'name'] },
]

const columns = (at: string): DocumentTable => ({
  ...{ title: 'Columns of an order', at, rows: { theirs: 'name', ours: 'value' }, theirs: 'Column', ours: 'Holds' },
  choices: inserted([...ORDER_NAMES, ...LINE_NAMES]),
})

/** What of a template differs from one system to the next, for people who do not edit JSON. */
export const documentTables: readonly DocumentTable[] = [
  {
    ...{ title: 'States', at: 'states', rows: 'theirs-first', theirs: 'Their word', ours: 'Means' },
    ...{ help: 'A word that is not here leaves the order open.', choices: states, seenAs: 'state' },
  },
  {
    ...{ title: 'Carriers', at: 'carriers', rows: 'theirs-first', theirs: 'Their word', ours: 'Carrier' },
    ...{ seenAs: 'carrier', mayBegin: true },
  },
  columns('createOrder.send.columns'),
  columns('createOrder.file.columns'),
  {
    ...{ title: 'Where the state of an order stands', at: 'readOrders.map', rows: 'ours-first' },
    ...{ theirs: 'Path or column', ours: 'Holds', choices: stateFields },
  },
  {
    ...{ title: 'Where the stock stands', at: 'readStock.map', rows: 'ours-first' },
    ...{ theirs: 'Path or column', ours: 'Holds', choices: stockFields },
  },
]
