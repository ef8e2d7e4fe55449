import type { PracticeAccount } from '../../../../../src/main/practice/rakuten-france/index.ts'
import { PURCHASES } from './purchases.ts'

/** The sales of the two pages of current sales: shipped, claimed and cancelled ones among them. */
export const makeCurrentSales = ({ world }: PracticeAccount): void => {
  world.buy(PURCHASES.old)
  world.acceptOnSite('500000091')
  world.cancelOnSite('500000091')
  makeClaim(world)
  world.clock.set('2026-01-12T14:00:00+01:00')
  world.buy(PURCHASES.cup)
  world.buy(PURCHASES.lamps)
  world.buy(PURCHASES.relay)
  world.acceptOnSite('500000101')
  world.acceptOnSite('500000201')
  world.refuseOnSite('500000202')
  world.refuseOnSite('500000203')
  world.shipOnSite('500000201')
  world.acceptOnSite('500000401')
}

/** A hat that arrived damaged, and what was written about it. */
export const makeClaim = (world: PracticeAccount['world']): void => {
  world.clock.set('2026-01-12T00:08:00+01:00')
  world.buy(PURCHASES.prepaid)
  world.remind('800000105')
  world.clock.set('2026-01-12T08:00:00+01:00')
  world.acceptOnSite('500000501')
  world.shipOnSite('500000501')
  world.clock.set('2026-01-16T11:46:00+01:00')
  world.openClaim('500000501', 'Le bonnet est arrivé décousu.')
  world.clock.set('2026-01-16T11:47:00+01:00')
  world.mailFromCustomerService(
    '500000501',
    'Réclamation sur la vente 500000501 (objet inventé)',
    'Texte inventé du service client.',
  )
  world.clock.set('2026-01-16T11:50:00+01:00')
  world.messageFromBuyer('500000501', 'Merci de votre aide.')
}
