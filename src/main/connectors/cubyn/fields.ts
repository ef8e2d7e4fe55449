import type { Fields } from '../sockets/definition.ts'
import { CANCELLED_STATUSES, COMPLETED_STATUSES, PRODUCTION_URL } from './facts.ts'
import { refuseNames } from './names.ts'

const BOTH =
  'Then both would send every parcel. In the Cubyn account under Apps, remove its Rakuten app, or switch its order import off.'

export const fields = {
  applicationKey: {
    label: 'Application key',
    help: 'In your Cubyn account: Apps → + → “Cubyn API” → Install, name it, Confirm. The key is behind the wrench of the installed app. It opens the whole account.',
    secret: true,
  },
  ownRakutenApp: {
    label: 'Cubyn’s own Rakuten app',
    help: 'In your Cubyn account under Apps. It would bring the same orders in, and every parcel would leave twice.',
    choices: [
      { value: 'off', label: 'Not installed, or switched off' },
      { value: 'on', label: 'Installed, and fetching orders' },
    ],
    refuse: (value) => (value === 'on' ? BOTH : null),
  },
  baseUrl: {
    label: 'Address of Cubyn',
    help: 'Another one only if Cubyn told you the address of its sandbox.',
    address: true,
    fallback: PRODUCTION_URL,
    refuse: (value) => (/[?#]/.test(value) ? 'Only the address, without ? or #.' : null),
  },
  buyerEmail: {
    label: 'E-mail address of the buyer',
    help: 'Cubyn writes to buyers about the delivery where it knows their address. Rakuten sends them the tracking link in any case.',
    fallback: 'no',
    choices: [
      { value: 'no', label: 'Not given to Cubyn' },
      { value: 'yes', label: 'Given to Cubyn' },
    ],
  },
  completedStates: {
    label: 'Parcel statuses that mean shipped',
    help: 'A status that is neither here nor below leaves an order as it was.',
    fallback: COMPLETED_STATUSES.join(','),
    choices: 'from-outside',
    several: true,
  },
  cancelledStates: {
    label: 'Parcel statuses that mean cancelled',
    fallback: CANCELLED_STATUSES.join(','),
    choices: 'from-outside',
    several: true,
  },
  stockField: {
    label: 'Stock figure',
    help: 'Which figure of a product is what can be sold. Compare the examples with the stock that Cubyn shows you. Nothing chosen: the first that is known.',
    optional: true,
    choices: 'from-outside',
  },
  names: {
    label: 'Corrections from support',
    help: 'Only if our support sent you a text that begins with a brace.',
    optional: true,
    refuse: refuseNames,
  },
} as const satisfies Fields
