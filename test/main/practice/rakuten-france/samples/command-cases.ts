import type { PracticeAccount } from '../../../../../src/main/practice/rakuten-france/index.ts'
import { ask } from '../ask.ts'
import { accepting, buying, type Cases, sample } from './case.ts'
import { makeClaim } from './histories.ts'
import { PURCHASES } from './purchases.ts'

const france = { shippingfromcountry: '249' }

const ship = (account: PracticeAccount, content: Buffer | string) =>
  ask(account, 'importitemshippingstatus', {}, { name: 'expeditions.xml', content })

const shippingFile = (...items: readonly (readonly [purchaseId: string, itemId: string])[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><items>${items
    .map(
      ([purchaseId, itemId]) =>
        `<item><purchaseid>${purchaseId}</purchaseid><itemid>${itemId}</itemid><transporter>Colissimo</transporter>` +
        '<trackingnumber>6A00000000011</trackingnumber><trackingurl>https://www.laposte.fr/x</trackingurl></item>',
    )
    .join('')}</items>`

export const COMMAND_CASES: Cases = {
  'acceptsale-ok': {
    prepare: buying('cup'),
    ask: (account) => ask(account, 'acceptsale', { itemid: '500000101', ...france }),
  },
  'acceptsale-ok-oss': {
    prepare: buying('abroad'),
    ask: (account) => ask(account, 'acceptsale', { itemid: '500000701', ...france, importcountry: '56' }),
  },
  'acceptsale-error-already-accepted': {
    prepare: accepting('cup', '500000101'),
    ask: (account) => ask(account, 'acceptsale', { itemid: '500000101', ...france }),
  },
  'acceptsale-error-emptied': {
    prepare(account) {
      buying('cup')(account)
      account.world.cancelByBuyer('800000101')
    },
    ask: (account) => ask(account, 'acceptsale', { itemid: '500000101', ...france }),
  },
  'refusesale-ok': {
    prepare: buying('lamps'),
    ask: (account) => ask(account, 'refusesale', { itemid: '500000202', version: '2021-04-08' }),
  },
  'cancelitem-ok': {
    prepare: accepting('lamps', '500000201'),
    ask: (account) =>
      ask(account, 'cancelitem', { itemid: '500000201', comment: 'Article cassé en réserve, toutes nos excuses.' }),
  },
  'cancelitem-error': {
    prepare: buying('cup'),
    ask: (account) => ask(account, 'cancelitem', { itemid: '500000101', comment: 'Plus en stock' }),
  },
  'cancelitem-error-too-long': {
    prepare: accepting('cup', '500000101'),
    ask: (account) => ask(account, 'cancelitem', { itemid: '500000101', comment: 'x'.repeat(401) }),
  },
  'confirmpreorder-ok': {
    prepare({ world }) {
      const purchaseId = world.buy(PURCHASES.preorders)
      for (const { itemId } of world.purchase(purchaseId).items) world.acceptOnSite(itemId)
    },
    ask: (account) => ask(account, 'confirmpreorder', { advertid: '700000008', stock: '3' }),
  },
  'contactuseraboutitem-ok': {
    prepare: accepting('cup', '500000101'),
    ask: (account) =>
      ask(account, 'contactuseraboutitem', { itemid: '500000101', content: 'Votre colis part demain.' }),
  },
  'contactusaboutitem-ok': {
    prepare: ({ world }) => makeClaim(world),
    ask: (account) =>
      ask(account, 'contactusaboutitem', {
        itemid: '500000501',
        mailparentid: '910000001',
        content: 'Un article neuf est en route.',
      }),
  },
  getavailableshippingtypes: {
    options: { customModes: [{ alias: 'COURSIER', label: 'Coursier à vélo' }] },
    ask: (account) => ask(account, 'getavailableshippingtypes'),
  },
  getbillinginformation: {
    prepare(account) {
      accepting('lamps', '500000201', '500000202')(account)
      account.world.refuseOnSite('500000203')
      account.world.cancelOnSite('500000202')
    },
    ask: (account) => ask(account, 'getbillinginformation', { purchaseid: '800000102' }),
  },
  getcompensationdetails: {
    prepare(account) {
      accepting('lamps', '500000201')(account)
      account.world.clock.set('2026-01-19T08:00:00+01:00')
      account.world.payOut(['500000201'])
    },
    ask: (account) => ask(account, 'getcompensationdetails', { compensationid: '400001' }),
  },
  getoperations: {
    prepare(account) {
      accepting('lamps', '500000201')(account)
      account.world.clock.set('2026-01-19T08:00:00+01:00')
      account.world.payOut(['500000201'])
    },
    ask: (account) =>
      ask(account, 'getoperations', {
        operationcause: 'salestransfer',
        lastoperationdate: '01/01/2026-00:00:00',
      }),
    renamed: { '45.67': '312.45' },
  },
  'getshippinginformation-home': {
    prepare: accepting('cup', '500000101'),
    ask: (account) => ask(account, 'getshippinginformation', { purchaseid: '800000101' }),
  },
  'getshippinginformation-prepaid': {
    prepare: accepting('prepaid', '500000501'),
    ask: (account) => ask(account, 'getshippinginformation', { purchaseid: '800000105' }),
  },
  'importitemshippingstatus-ok': {
    options: { trackingLink: 'optional' },
    prepare(account) {
      accepting('cup', '500000101')(account)
      accepting('lamps', '500000201')(account)
      accepting('negotiated', '500000301')(account)
    },
    ask: (account) => ship(account, sample('importitemshippingstatus-request')),
  },
  'importitemshippingstatus-error': {
    prepare(account) {
      accepting('cup', '500000101')(account)
      buying('lamps')(account)
      account.world.shipOnSite('500000101')
    },
    ask: (account) =>
      ship(account, shippingFile(['800000999', '500000999'], ['800000101', '500000101'], ['800000102', '500000203'])),
  },
  'settrackingpackageinfos-ok': {
    options: { trackingLink: 'optional' },
    prepare: accepting('cup', '500000101'),
    ask: (account) =>
      ask(account, 'settrackingpackageinfos', {
        itemid: '500000101',
        transporter_name: 'Colissimo',
        tracking_number: '6A00000000011',
        tracking_url: '',
      }),
  },
}
