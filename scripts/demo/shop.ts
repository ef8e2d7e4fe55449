import { type PracticeAccount, startPracticeAccount } from '../../src/main/practice/rakuten-france/index.ts'
import { INVENTED_ADVERTS } from '../../src/main/practice/rakuten-france/invented-shop.ts'
import type { QuickClock } from './quick-clock.ts'

export const UNMAPPED_MODE = 'Livraison en casier'

/** The six orders of the demo, by what they show. */
export type Part = 'two-units' | 'relay-point' | 'pickup' | 'unmapped' | 'cancelled' | 'late-code'

export interface Shop {
  readonly rakuten: PracticeAccount
  readonly orders: Readonly<Record<Part, string>>
}

/** The SKU that the shop does not have: its order is held, and its buyer loses patience. */
export const MISSING_SKU = 'TASSE-ROSE'

/** A practice account with six invented buyers who have just ordered. */
export const openShop = async (clock: QuickClock): Promise<Shop> => {
  const rakuten = await startPracticeAccount({
    now: clock.now,
    customModes: [{ alias: 'LOCKER', label: UNMAPPED_MODE }],
    importDuration: 60_000,
  })
  rakuten.world.setInventory(INVENTED_ADVERTS)
  const buy = (skus: readonly string[], deliveryMode: string, firstName: string, lastName: string): string =>
    rakuten.world.buy({
      items: skus.map((sku) => ({ sku, priceCents: priceOf(sku) })),
      deliveryMode,
      shippingCents: 490,
      buyer: { firstName, lastName },
    })
  return {
    rakuten,
    orders: {
      'two-units': buy(['BOL-GRES-BLEU', 'BOL-GRES-BLEU'], 'Suivi', 'Zoé', 'Exemplier'),
      'relay-point': buy(['CARAFE-VERRE'], 'Point relais Mondial Relay', 'Inès', 'Fabulin'),
      pickup: buy(['ASSIETTE-OCRE'], 'Retrait chez le vendeur', 'Maud', 'Retirier'),
      unmapped: buy(['TORCHON-LIN'], UNMAPPED_MODE, 'Loïc', 'Imaginard'),
      cancelled: buy([MISSING_SKU], 'Normal', 'Théo', 'Démonet'),
      'late-code': buy(['PLANCHE-HETRE'], 'Suivi', 'Anouk', 'Voorbeeld'),
    },
  }
}

const priceOf = (sku: string): number => INVENTED_ADVERTS.find((advert) => advert.sku === sku)?.priceCents ?? 1290
