import { refuseAddress } from '../http/addresses.ts'
import type { Fields } from '../sockets/definition.ts'
import { restockField } from '../sockets/restock.ts'
import { CANCELLED, COMPLETED_STATES } from './facts.ts'

const refuseBlank =
  (what: string) =>
  (value: string): string | null => {
    if (value.trim() === '') return `The ${what} is missing.`
    return /^[!-9;-~]+$/.test(value) ? null : `An ${what} has neither blanks nor colons nor accents in it.`
  }

const WHERE = 'In the back office under Settings > Store settings > Developers'

export const fields = {
  apiKey: {
    label: 'API key',
    help: `${WHERE}: New API key, a name, Save, switch it on, tick its permissions, open its details. A key of its own for Navette: the number of calls is counted for each.`,
    secret: true,
    refuse: refuseBlank('API key'),
  },
  apiSecret: {
    label: 'API secret',
    help: `${WHERE}, in the details of the key behind “Show”.`,
    secret: true,
    refuse: refuseBlank('API secret'),
  },
  cluster: {
    label: 'Cluster',
    help: 'Where your shop lives. A shop opened in Europe is in the European one.',
    fallback: 'eu',
    choices: [
      { value: 'eu', label: 'Europe' },
      { value: 'us', label: 'United States' },
    ],
  },
  priceDifference: {
    label: 'Prices that differ from Rakuten’s',
    help: 'Lightspeed enters orders at the prices of your catalogue, whatever the buyer paid. Either way you are told before the order is accepted.',
    fallback: 'tell',
    choices: [
      { value: 'tell', label: 'Accept, and tell me' },
      { value: 'hold', label: 'Hold the order until I decide' },
    ],
  },
  completedStates: {
    label: 'Order states that mean shipped',
    help: 'An order all of whose goods Lightspeed itself shows as shipped counts in any case.',
    fallback: COMPLETED_STATES.join(','),
    choices: 'from-outside',
    several: true,
  },
  cancelledStates: {
    label: 'Order states that mean cancelled',
    help: 'Lightspeed’s own “cancelled” counts in any case.',
    fallback: CANCELLED,
    choices: 'from-outside',
    several: true,
  },
  restock: restockField(
    'What becomes of the stock when Navette cancels an order, or a part of one. Navette credits it with or without the stock.',
  ),
  paymentMethod: {
    label: 'Payment method',
    help: 'The title of a payment method that is paid afterwards. Empty: one that is called Rakuten, else the first of that kind.',
    optional: true,
    fallback: '',
  },
  buyerMail: {
    label: 'E-mail address on orders',
    help: 'Shops write to the address on an order. Choose the buyer’s only if your labels need it, and try with one order whether your shop keeps still.',
    fallback: 'stand-in',
    choices: [
      { value: 'stand-in', label: 'One that reaches nobody' },
      { value: 'buyer', label: 'The buyer’s' },
    ],
  },
  baseUrl: {
    label: 'Address of the interface',
    help: 'Only if Lightspeed gave you another one than that of the cluster.',
    address: true,
    optional: true,
    fallback: '',
    refuse: (address) => (address === '' ? null : refuseAddress(address)),
  },
} as const satisfies Fields
