import type { Fields } from '../sockets/definition.ts'
import { restockField } from '../sockets/restock.ts'
import { CANCELLED, SHIPPED_STATES } from './facts.ts'

const WHERE = 'Administration → Settings → System → Integrations → Add integration'

/** shopware.md 1: keys of four kinds look alike. */
const FOREIGN_KEYS: Readonly<Record<string, string>> = {
  SWUA: 'a user',
  SWSC: 'a sales channel',
  SWPE: 'a product export',
}

const refuseKeyId = (key: string): string | null => {
  if (/\s/.test(key.trim())) return 'The access key ID has a blank inside.'
  const owner = FOREIGN_KEYS[key.trim().slice(0, 4).toUpperCase()]
  return owner === undefined
    ? null
    : `This is the key of ${owner}. Navette needs the one of an integration, which starts with SWIA: ${WHERE}.`
}

const refuseSecret = (secret: string): string | null =>
  /\s/.test(secret.trim()) ? 'The secret access key has a blank inside.' : null

export const fields = {
  shopUrl: {
    label: 'Shop address',
    help: 'The address of the shop, with the folder if it lies in one, such as https://shop.example.',
    address: true,
  },
  accessKeyId: {
    label: 'Access key ID',
    help: `${WHERE}: give it a name and a role (or “Administrator”), and copy the access key ID. It starts with SWIA.`,
    refuse: refuseKeyId,
  },
  secretAccessKey: {
    label: 'Secret access key',
    help: 'Beside the access key ID. Shopware shows it only once: copy it before you save.',
    secret: true,
    refuse: refuseSecret,
  },
  salesChannel: {
    label: 'Sales channel',
    help: 'The sales channel that orders are booked in. None chosen: the storefront, if there is only one.',
    optional: true,
    fallback: '',
    choices: 'from-outside',
  },
  paymentMethod: {
    label: 'Payment method',
    help: 'What orders bear as their payment; one of its own, “Rakuten”, is best. None chosen: the sales channel’s.',
    optional: true,
    fallback: '',
    choices: 'from-outside',
  },
  completedStates: {
    label: 'Order states that mean completed',
    several: true,
    choices: 'from-outside',
    fallback: 'completed',
  },
  shippedStates: {
    label: 'Delivery states that mean shipped',
    several: true,
    choices: 'from-outside',
    fallback: SHIPPED_STATES,
  },
  cancelledStates: {
    label: 'Order states that mean cancelled',
    help: 'Shopware’s own “Cancelled” does in any case.',
    several: true,
    choices: 'from-outside',
    fallback: CANCELLED,
  },
  restock: restockField(
    'What becomes of the stock when Navette cancels an order. Before version 6.6, Shopware gives units back in any case.',
  ),
} as const satisfies Fields
