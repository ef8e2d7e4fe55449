import { ask } from '../ask.ts'
import { accepting, buying, type Cases, newSales } from './case.ts'
import { makeClaim, makeCurrentSales } from './histories.ts'
import { PURCHASES } from './purchases.ts'

export const SALES_CASES: Cases = {
  'getcurrentsales-page1': {
    options: { pageSize: 3 },
    prepare: makeCurrentSales,
    ask: (account) => ask(account, 'getcurrentsales', { purchasedate: '2026-01-10' }),
  },
  'getcurrentsales-page2': {
    options: { pageSize: 3 },
    async prepare(account) {
      makeCurrentSales(account)
      await ask(account, 'getcurrentsales', { purchasedate: '2026-01-10' })
    },
    ask: (account) => ask(account, 'getcurrentsales', { purchasedate: '2026-01-10', nexttoken: '90000012345' }),
  },
  'getcurrentsales-empty': { ask: (account) => ask(account, 'getcurrentsales', { purchasedate: '2026-01-10' }) },
  'getiteminfos-claim': {
    async prepare(account) {
      makeClaim(account.world)
      account.world.clock.set('2026-01-16T14:20:00+01:00')
      await ask(account, 'contactuseraboutitem', {
        itemid: '500000501',
        content: 'Nous vous renvoyons un bonnet neuf.',
      })
    },
    ask: (account) => ask(account, 'getiteminfos', { itemid: '500000501' }),
  },
  'getiteminfos-committed-tracked': {
    prepare({ world }) {
      world.buy(PURCHASES.cup)
      world.clock.set('2026-01-12T14:10:00+01:00')
      world.acceptOnSite('500000101')
      world.clock.set('2026-01-13T16:02:00+01:00')
      world.shipOnSite('500000101', { transporter: 'Colissimo', trackingNumber: '6A00000000011' })
    },
    ask: (account) => ask(account, 'getiteminfos', { itemid: '500000101' }),
  },
  'getitemtodolist-empty': { prepare: buying('cup'), ask: (account) => ask(account, 'getitemtodolist') },
  getitemtodolist: {
    prepare({ world }) {
      world.buy(PURCHASES.prepaid)
      world.buy(PURCHASES.relay)
      world.acceptOnSite('500000501')
      world.openClaim('500000501', 'Le bonnet est arrivé décousu.')
      world.messageFromBuyer('500000501', 'Merci de votre aide.')
      world.mailFromCustomerService('500000401', 'Votre vente', 'Texte inventé')
    },
    ask: (account) => ask(account, 'getitemtodolist'),
  },
  'getnewsales-empty': newSales(),
  'getnewsales-single': newSales('cup'),
  'getnewsales-multi': newSales('lampsWithTwoCodes', 'negotiated'),
  'getnewsales-relay': newSales('relay'),
  'getnewsales-abroad': newSales('abroad'),
  'getnewsales-instore-pickup': newSales('inStore'),
  'getnewsales-partially-accepted': {
    prepare(account) {
      accepting('lamps', '500000201')(account)
      account.world.refuseOnSite('500000202')
    },
    ask: (account) => ask(account, 'getnewsales'),
  },
}
