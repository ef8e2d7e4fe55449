import type { Fields } from '../sockets/definition.ts'
import { restockField } from '../sockets/restock.ts'
import { COMPLETED_STATES, STATUS, STOCK_FOLLOWS } from './facts.ts'

const refuseBlank =
  (what: string) =>
  (value: string): string | null => {
    if (value.trim() === '') return `The ${what} is missing.`
    return /\s/.test(value) ? `The ${what} has a blank inside.` : null
  }

const WHERE = 'In the shop’s back end: My web shop → Settings → API settings'

export const fields = {
  shopUrl: {
    label: 'Shop address',
    help: 'As your browser shows it when the shop is open, with www or without: https://www.my-shop.nl',
    address: true,
    refuse: (value) => (/[?#]/.test(value) ? 'Only the address of the shop, without ? or #.' : null),
  },
  publicKey: {
    label: 'Public key',
    help: `${WHERE}, add a key. If the entry is missing, install the app “API” from the App Store first.`,
    secret: true,
    refuse: refuseBlank('public key'),
  },
  secretKey: {
    label: 'Secret',
    help: 'Shown beside the public key.',
    secret: true,
    refuse: refuseBlank('secret'),
  },
  completedStates: {
    label: 'Order statuses that mean shipped',
    help: 'An order in a status that is neither here nor below stays open.',
    fallback: COMPLETED_STATES.join(','),
    choices: 'from-outside',
    several: true,
  },
  cancelledStates: {
    label: 'Order statuses that mean cancelled',
    fallback: String(STATUS.cancelled),
    choices: 'from-outside',
    several: true,
  },
  restock: restockField('What becomes of the stock when Navette cancels an order in the shop.'),
  stockFollows: {
    label: 'Stock and orders of interfaces',
    help: 'Whether the shop itself counts orders that an interface such as Navette brings in. Watch one product: the guide says how.',
    fallback: STOCK_FOLLOWS,
    choices: [
      { value: 'yes', label: 'Goes down with the order, and up when it is cancelled' },
      { value: 'down', label: 'Goes down with the order, and stays down' },
      { value: 'no', label: 'Does not move: Navette sets it' },
    ],
  },
  answerSignatures: {
    label: 'Signatures of the shop’s answers',
    help: 'The shop signs what it answers. Ignore them only where something between this PC and the shop is known to change answers.',
    fallback: 'check',
    choices: [
      { value: 'check', label: 'Checked: an answer with a wrong one is not believed' },
      { value: 'ignore', label: 'Ignored' },
    ],
  },
} as const satisfies Fields
