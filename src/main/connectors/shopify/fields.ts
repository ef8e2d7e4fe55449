import { isLoopback, refuseAddress } from '../http/addresses.ts'
import type { Fields } from '../sockets/definition.ts'
import { restockField } from '../sockets/restock.ts'

const refuseShopUrl = (address: string): string | null => {
  if (!URL.canParse(address)) return refuseAddress(address)
  const url = new URL(address)
  const isShop = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(url.hostname) && url.port === ''
  if (!isShop && !isLoopback(url)) {
    return 'Shopify answers only at the permanent address https://….myshopify.com (Settings → Domains), not at a domain of your own.'
  }
  return url.pathname === '/' && url.search === '' && url.hash === ''
    ? null
    : 'The address ends after myshopify.com: leave out what follows.'
}

const refuseSecret = (secret: string): string | null =>
  secret.startsWith('shpat_') ? 'This is an access token: it belongs into its own field.' : null

const refuseToken = (token: string): string | null =>
  token.startsWith('shpss_') ? 'This is a client secret: it belongs into its own field.' : null

const refuseVatTag = (words: string): string | null =>
  /[\d:]/.test(words) ? 'Only the words that stand before the rate, such as TVA.' : null

/** Which fulfillment statuses mean that everything has left (shopify.md 3.2); the first is Shopify's own. */
const COMPLETED_STATES = [
  { value: 'FULFILLED', label: 'Fulfilled' },
  { value: 'PARTIALLY_FULFILLED', label: 'Partially fulfilled' },
  { value: 'IN_PROGRESS', label: 'In progress' },
  { value: 'FULFILLMENT_NOT_REQUIRED', label: 'Nothing to ship' },
] as const

/** A cancelled order is always one; payment statuses can count as well. */
const CANCELLED_STATES = [
  { value: 'CANCELLED', label: 'Cancelled' },
  { value: 'REFUNDED', label: 'Not shipped and refunded in full' },
  { value: 'VOIDED', label: 'Not shipped and payment voided' },
] as const

export const fields = {
  shopUrl: {
    label: 'Shop address',
    help: 'The permanent one, https://….myshopify.com: in the Shopify admin under Settings → Domains.',
    address: true,
    refuse: refuseShopUrl,
  },
  clientId: {
    label: 'Client ID',
    help: 'Settings → Apps and sales channels → Develop apps → Build apps in Dev Dashboard: create the app, release it, install it; then its Settings.',
    optional: true,
    unless: 'accessToken',
  },
  clientSecret: {
    label: 'Client secret',
    help: 'Beside the client ID, in the settings of the app (shpss_…).',
    secret: true,
    optional: true,
    unless: 'accessToken',
    refuse: refuseSecret,
  },
  accessToken: {
    label: 'Access token',
    help: 'Only for an app made in the admin before 2026: its Admin API access token (shpat_…), instead of client ID and secret.',
    secret: true,
    optional: true,
    refuse: refuseToken,
  },
  locations: {
    label: 'Locations whose stock counts',
    help: 'None ticked: all of them.',
    several: true,
    choices: 'from-outside',
    optional: true,
    fallback: '',
  },
  completedStates: {
    label: 'Fulfillment statuses that mean shipped',
    several: true,
    choices: COMPLETED_STATES,
    fallback: 'FULFILLED',
  },
  cancelledStates: {
    label: 'What counts as cancelled',
    help: 'An order cancelled in Shopify always does.',
    several: true,
    choices: CANCELLED_STATES,
    fallback: 'CANCELLED',
  },
  restock: restockField('What becomes of the stock when Navette cancels an order, or a part of one.'),
  vatTag: {
    label: 'Product tag for another VAT rate',
    help: 'Products tagged “TVA 5.5” are sold with 5.5 % in France; “TVA DE 7” is for another country. Others bear the standard rate.',
    optional: true,
    fallback: 'TVA,VAT',
    refuse: refuseVatTag,
  },
} as const satisfies Fields
