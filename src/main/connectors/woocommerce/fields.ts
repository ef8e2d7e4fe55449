import type { Fields } from '../sockets/definition.ts'
import { restockField } from '../sockets/restock.ts'
import { COMPLETED_STATES, TRACKING_META } from './facts.ts'
import { refuseTrackingMeta } from './tracking-meta.ts'

const refuseKey =
  (prefix: string, what: string) =>
  (value: string): string | null =>
    value.startsWith(prefix) ? null : `A ${what} starts with ${prefix}.`

const KEY_HELP =
  'In the WordPress admin: WooCommerce → Settings → Advanced → REST API → Add key, permission Read/Write. Shown once, right after Generate API key.'

export const fields = {
  shopUrl: {
    label: 'Shop address',
    help: 'As your browser shows it when you open the shop: https://www.my-shop.fr',
    address: true,
    refuse: (value) => (/[?#]/.test(value) ? 'Only the address of the shop, without ? or #.' : null),
  },
  consumerKey: { label: 'Consumer key', help: KEY_HELP, secret: true, refuse: refuseKey('ck_', 'consumer key') },
  consumerSecret: {
    label: 'Consumer secret',
    help: 'Shown beside the consumer key. A lost one cannot be shown again: make a new key.',
    secret: true,
    refuse: refuseKey('cs_', 'consumer secret'),
  },
  completedStates: {
    label: 'Order states that mean shipped',
    help: 'States of the shop’s orders. A state that is neither here nor below leaves an order open.',
    fallback: COMPLETED_STATES.join(','),
    choices: 'from-outside',
    several: true,
  },
  cancelledStates: {
    label: 'Order states that mean cancelled',
    fallback: 'cancelled',
    choices: 'from-outside',
    several: true,
  },
  restock: restockField('What becomes of the stock when Navette cancels an order, or a part of one.'),
  trackingMeta: {
    label: 'Fields of delivery plugins',
    help: 'Custom fields of an order that hold a tracking number, each as name=carrier, apart by commas.',
    optional: true,
    fallback: TRACKING_META,
    refuse: refuseTrackingMeta,
  },
} as const satisfies Fields
