import type { Fields } from '../sockets/definition.ts'
import { restockField } from '../sockets/restock.ts'

const refuseKey = (key: string): string | null =>
  /^[A-Za-z0-9]{32}$/.test(key) ? null : 'A key of PrestaShop has 32 letters and digits.'

const refuseModule = (name: string): string | null =>
  name === '' || /^[A-Za-z0-9_]{1,64}$/.test(name) ? null : 'A technical name such as ps_wirepayment.'

const refuseNumbers = (list: string): string | null =>
  /^(\d+(\s*,\s*\d+)*)?$/.test(list) ? null : 'Numbers of order states, apart by commas.'

export const fields = {
  shopUrl: {
    label: 'Shop address',
    help: 'The address of the shop as it stands under Shop Parameters > Traffic & SEO > Shop URL: https, and “www” only if it is there.',
    address: true,
  },
  key: {
    label: 'Webservice key',
    help: 'In the back office under Advanced Parameters > Webservice: switch the webservice on, “Add new webservice key”, Generate, tick the permissions, save.',
    secret: true,
    refuse: refuseKey,
  },
  shopId: {
    label: 'Shop',
    help: 'Only if this PrestaShop runs several shops: the one that sells at the marketplace.',
    optional: true,
    fallback: '',
    choices: 'from-outside',
    refuse: (id) => (/^\d{0,9}$/.test(id) ? null : 'The number of a shop.'),
  },
  completedStates: {
    label: 'States that mean shipped',
    help: 'Empty: every state that PrestaShop itself marks as shipped.',
    optional: true,
    fallback: '',
    choices: 'from-outside',
    several: true,
    refuse: refuseNumbers,
  },
  cancelledStates: {
    label: 'States that mean cancelled',
    help: 'Empty: “Canceled” and “Refunded”. PrestaShop’s own “Canceled” counts in any case.',
    optional: true,
    fallback: '',
    choices: 'from-outside',
    several: true,
    refuse: refuseNumbers,
  },
  restock: restockField(
    'What becomes of the stock when Navette cancels an order. To leave it as it is, the key must be allowed to change “stock_availables”.',
  ),
  paymentModule: {
    label: 'Payment module',
    help: 'The technical name of a payment module that is installed and active. Orders are entered under it; nothing is charged.',
    optional: true,
    fallback: 'ps_wirepayment',
    refuse: refuseModule,
  },
} as const satisfies Fields
