import { refuseAddress } from '../http/addresses.ts'
import type { Fields } from '../sockets/definition.ts'
import { restockField } from '../sockets/restock.ts'
import { CANCELED, COMPLETE, PAYMENT_METHOD } from './facts.ts'

const refuseBlank =
  (what: string) =>
  (value: string): string | null => {
    if (value.trim() === '') return `The ${what} is missing.`
    return /\s/.test(value) ? `The ${what} has a blank inside.` : null
  }

/** 1.5: the same product as a service of Adobe, with another login. */
const refuseShopUrl = (address: string): string | null => {
  const refused = refuseAddress(address)
  if (refused !== null) return refused
  return /(^|\.)api\.commerce\.adobe\.com$/.test(new URL(address).hostname)
    ? 'Adobe Commerce as a Cloud Service is not supported yet: it has another login than Magento and Adobe Commerce on a server.'
    : null
}

const WHERE = 'In the admin under System > Extensions > Integrations'

export const fields = {
  shopUrl: {
    label: 'Shop address',
    help: 'The address customers see, such as https://shop.example. Not the address of the admin.',
    address: true,
    refuse: refuseShopUrl,
  },
  consumerKey: {
    label: 'Consumer key',
    help: `${WHERE}: add an integration, tick its resources on the tab API, save, then Activate > Allow. It shows four values; this is the first.`,
    secret: true,
    refuse: refuseBlank('consumer key'),
  },
  consumerSecret: {
    label: 'Consumer secret',
    help: 'The second of the four values of the integration.',
    secret: true,
    refuse: refuseBlank('consumer secret'),
  },
  accessToken: {
    label: 'Access token',
    help: 'The third of the four values of the integration.',
    secret: true,
    refuse: refuseBlank('access token'),
  },
  accessTokenSecret: {
    label: 'Access token secret',
    help: 'The last of the four values of the integration.',
    secret: true,
    refuse: refuseBlank('access token secret'),
  },
  storeCode: {
    label: 'Store view',
    help: 'The store view that orders are booked in; its website decides whose stock counts.',
    fallback: 'default',
    choices: 'from-outside',
  },
  sources: {
    label: 'Stock sources',
    help: 'The inventory sources whose units may be sold. None ticked: all sources of the website.',
    optional: true,
    fallback: '',
    several: true,
    choices: 'from-outside',
  },
  completedStates: {
    label: 'Completed orders',
    help: 'States and statuses in which an order has left. An order whose units are all shipped counts as well.',
    fallback: COMPLETE,
    several: true,
    choices: 'from-outside',
  },
  cancelledStates: {
    label: 'Cancelled orders',
    help: 'States and statuses in which an order is cancelled.',
    fallback: CANCELED,
    several: true,
    choices: 'from-outside',
  },
  restock: restockField(
    'When Navette cancels an order that was invoiced. Magento itself gives back the units of one that was not.',
  ),
  invoice: {
    label: 'Invoice orders as paid',
    help: 'No, if your accounting creates the invoices itself.',
    fallback: 'yes',
    choices: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
  },
  paymentMethod: {
    label: 'Payment method',
    help: 'The code of an offline method that exists in the shop, such as banktransfer or checkmo.',
    fallback: PAYMENT_METHOD,
    refuse: (code) => (/^[a-z][a-z0-9_]*$/i.test(code) ? null : 'A code such as banktransfer: letters, digits and _.'),
  },
  reservations: {
    label: 'Units of marketplace orders',
    help: 'Magento reserves no units for orders that come through its service, so its own salable quantity stays too high.',
    fallback: 'navette',
    choices: [
      { value: 'navette', label: 'Navette counts what is really free (right with a server cron, too)' },
      { value: 'shop', label: 'An extension of the shop reserves them at once' },
    ],
  },
} as const satisfies Fields
