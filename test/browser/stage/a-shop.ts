import { type Connected, openConnected, UNMAPPED_MODE } from './connected.ts'

/** A shop in the middle of its day: something in every tab but one, and stock that waits for a word. */
export const openShop = async (): Promise<Connected> => {
  const shop = await openConnected()
  const { rakuten, pc, navette } = shop
  const { world } = rakuten
  const buy = (sku: string, deliveryMode: string, more: object = {}): string =>
    world.buy({ items: [{ sku, priceCents: 1490, ...more }], deliveryMode, shippingCents: 490 })
  const left = buy('BOL-GRES-BLEU', 'Suivi')
  const leftWithoutCode = buy('CARAFE-VERRE', 'Normal')
  const givenUp = buy('TORCHON-LIN', 'Suivi')
  buy('PLANCHE-HETRE', 'Suivi')
  await navette.engine.sync()
  pc.orders.ship(`RKT-${left}`, { carrierName: 'Colissimo', trackingNumber: '6A62957360897' })
  pc.orders.ship(`RKT-${leftWithoutCode}`, { carrierName: null, trackingNumber: null })
  world.cancelByBuyer(givenUp)
  buy('TASSE-ROSE', 'Suivi')
  buy('MOULIN-POIVRE', 'Suivi', { nego: true, listedPriceCents: 4200, priceCents: 3600 })
  buy('TORCHON-LIN', UNMAPPED_MODE)
  buy('ASSIETTE-OCRE', 'Retrait chez le vendeur')
  buy('ASSIETTE-OCRE', 'Point relais Mondial Relay')
  await navette.engine.sync()
  return shop
}
