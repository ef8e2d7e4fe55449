import type { PurchaseToMake } from './world/buy.ts'
import type { World } from './world/index.ts'
import type { AdvertSeed } from './world/inventory.ts'

/** A shop of tableware that does not exist. */
export const INVENTED_ADVERTS: readonly AdvertSeed[] = [
  { sku: 'BOL-GRES-BLEU', title: 'Bol En Grès Bleu', priceCents: 1490, stock: 24, ean: '3760000000017' },
  { sku: 'ASSIETTE-OCRE', title: 'Assiette Plate Ocre 27 Cm', priceCents: 1890, stock: 40, ean: '3760000000024' },
  { sku: 'THEIERE-FONTE', title: 'Théière En Fonte 0,8 L', priceCents: 5900, stock: 6, ean: '3760000000031' },
  { sku: 'CARAFE-VERRE', title: 'Carafe Verre Soufflé', priceCents: 3250, stock: 11, ean: '3760000000048' },
  { sku: 'TORCHON-LIN', title: 'Torchon En Lin Lavé', priceCents: 990, stock: 80, ean: '3760000000055' },
  { sku: 'PLANCHE-HETRE', title: 'Planche À Découper Hêtre', priceCents: 2790, stock: 15, ean: '3760000000062' },
  { sku: 'MOULIN-POIVRE', title: 'Moulin À Poivre Noyer', priceCents: 4200, stock: 3, ean: '3760000000079' },
]

const buyer = (
  civility: string,
  firstName: string,
  lastName: string,
  address1: string,
  zipCode: string,
  city: string,
) => ({
  ...{ civility, firstName, lastName, address1, zipCode, city },
  login: `${firstName}_${lastName.slice(0, 2)}`.toLowerCase(),
  email: `${firstName}.${lastName}@acheteur.example`
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^\w.@-]/g, ''),
})

const unit = (sku: string): PurchaseToMake['items'][number] => ({
  sku,
  priceCents: INVENTED_ADVERTS.find((advert) => advert.sku === sku)?.priceCents ?? 1000,
})

/** Buyers who do not exist either, one of every kind a seller meets. */
const INVENTED_PURCHASES: readonly PurchaseToMake[] = [
  {
    items: [unit('BOL-GRES-BLEU'), unit('BOL-GRES-BLEU'), unit('TORCHON-LIN')],
    deliveryMode: 'Suivi',
    shippingCents: 590,
    buyer: buyer('Mme', 'Zoé', 'Exemplier', '12 rue des Échantillons', '75000', 'Villefictive'),
  },
  {
    items: [unit('TORCHON-LIN')],
    deliveryMode: 'Normal',
    shippingCents: 290,
    buyer: buyer('M.', 'Théo', 'Démonet', '3 impasse du Modèle', '69000', 'Bourg-Témoin'),
  },
  {
    items: [unit('THEIERE-FONTE')],
    deliveryMode: 'Recommandé',
    shippingCents: 1290,
    country: 'BE',
    buyer: buyer('Mme', 'Anouk', 'Voorbeeld', 'Proefstraat 8', '1000', 'Monsterdorp'),
  },
  {
    items: [unit('CARAFE-VERRE')],
    deliveryMode: 'Point relais Mondial Relay',
    shippingCents: 390,
    buyer: buyer('Mme', 'Inès', 'Fabulin', '8 avenue du Canular', '33000', 'Pseudopolis'),
  },
  {
    items: [unit('PLANCHE-HETRE'), unit('TORCHON-LIN')],
    deliveryMode: 'So Colissimo',
    buyer: buyer('M.', 'Loïc', 'Imaginard', '27 chemin de la Fable', '29000', 'Ker-Exemple'),
  },
  {
    items: [{ ...unit('MOULIN-POIVRE'), priceCents: 3600, listedPriceCents: 4200, nego: true }],
    deliveryMode: 'Suivi',
    shippingCents: 490,
    buyer: buyer('M.', 'Ugo', 'Négosse', '1 rue du Rabais', '59000', 'Troc-sur-Lys'),
  },
  {
    items: [unit('ASSIETTE-OCRE')],
    deliveryMode: 'Retrait chez le vendeur',
    buyer: buyer('Mlle', 'Maud', 'Retirier', '5 quai du Prototype', '44000', 'Nantessai'),
  },
]

/** The next invented purchase, counted from 0; after the last one they come round again. */
export const inventedPurchase = (index: number): PurchaseToMake => ({
  items: [unit('BOL-GRES-BLEU')],
  ...INVENTED_PURCHASES[index % INVENTED_PURCHASES.length],
})

/**
 * Fills the inventory and lets every invented buyer order, the first some hours ago. Returns the purchase ids; none when
 * there was an inventory already.
 */
export const openInventedShop = (world: World): string[] => {
  if (world.inventory().length > 0) return []
  world.setInventory(INVENTED_ADVERTS)
  return INVENTED_PURCHASES.map((purchase, index) =>
    world.buy({ ...purchase, at: world.clock.now() - (INVENTED_PURCHASES.length - index) * 1_200_000 }),
  )
}

const EPOCH = Date.UTC(2026, 0, 1)

/** A first purchase id that no earlier run of an account with invented buyers has used: it counts the seconds. */
export const unusedPurchaseId = (now: number): number => 800_000_000 + Math.max(0, Math.floor((now - EPOCH) / 1000))
