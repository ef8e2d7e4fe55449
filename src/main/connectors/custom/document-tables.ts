import type { DocumentTable, TableChoice } from '../sockets/definition.ts'
import { LINE_FIELDS, ORDER_FIELDS } from './canonical-fields.ts'
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

const inserted: readonly TableChoice[] = Array.from([...ORDER_FIELDS, ...LINE_FIELDS], ([name, known]) => ({
  value: `{{${name}}}`,
  ...known,
}))

/** What systems call it when they send it as when they are told it. */
const wordsOf = (name: string): readonly string[] => {
  const known = ORDER_FIELDS.get(name) ?? LINE_FIELDS.get(name)
  return known === undefined ? [] : [known.label, ...known.alike]
}

const stateFields: readonly TableChoice[] = [
  { value: 'ref', label: 'Our reference', alike: [...wordsOf('order.ref'), 'référence', 'reference'] },
  { value: 'remoteId', label: 'Their number', alike: ['id', 'internal id', 'interne id'] },
  { value: 'number', label: 'Number that people see', alike: ['nummer', 'numéro'] },
  {
    ...{ value: 'state', label: 'State' },
    alike: ['status', 'statut', 'état', 'toestand', 'zustand', 'order status', 'statut commande', 'auftragsstatus'],
  },
  {
    ...{ value: 'trackingNumber', label: 'Tracking number' },
    alike: [
      ...['n° de suivi', 'nº de suivi', 'n° suivi', 'numéro de suivi', 'numéro de colis', 'code de suivi'],
      ...['trackingcode', 'trackingnummer', 'track & trace', 'track en trace', 'sendungsnummer', 'paketnummer'],
      ...['parcel number'],
    ],
  },
  {
    ...{ value: 'carrier', label: 'Carrier' },
    alike: ['transporteur', 'vervoerder', 'versanddienst', 'versanddienstleister', 'spediteur', 'shipping service'],
  },
  {
    ...{ value: 'trackingUrl', label: 'Tracking link' },
    alike: ['lien de suivi', 'url de suivi', 'volglink', 'sendungsverfolgung', 'tracking url'],
  },
  { value: 'sku', label: 'SKU of a row', alike: wordsOf('line.sku') },
  { value: 'quantity', label: 'Units of a row', alike: wordsOf('line.quantity') },
  { value: 'total', label: 'Total including VAT', alike: wordsOf('order.totalGross') },
  { value: 'postcode', label: 'Postcode', alike: wordsOf('order.shippingZip') },
  { value: 'url', label: 'Page of the order', alike: ['order url', 'order link', 'lien commande'] },
]

const stockFields: readonly TableChoice[] = [
  { value: 'sku', label: 'SKU', alike: [...wordsOf('line.sku'), 'référence', 'artikel', 'code'] },
  {
    ...{ value: 'quantity', label: 'Units' },
    alike: [
      ...[...wordsOf('line.quantity'), 'stock', 'stock disponible', 'disponible', 'voorraad', 'beschikbaar'],
      ...['bestand', 'lagerbestand', 'verfügbar', 'available'],
    ],
  },
  { value: 'title', label: 'Title', alike: [...wordsOf('line.title'), 'naam', 'name'] },
]

const columns = (at: string): DocumentTable => ({
  ...{ title: 'Columns of an order', at, rows: { theirs: 'name', ours: 'value' }, theirs: 'Column', ours: 'Holds' },
  choices: inserted,
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
