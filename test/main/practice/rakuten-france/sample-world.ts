import type { AdvertSeed, PracticeAccount, PurchaseToMake } from '../../../../src/main/practice/rakuten-france/index.ts'

const none = { address2: '', phone1: '', state: '' }

const zoe = {
  ...none,
  login: 'zoe_ex',
  email: 'zoe.exemplier@acheteur.example',
  civility: 'Mme',
  lastName: 'Exemplier',
  firstName: 'Zoé',
  address1: '12 rue des Échantillons',
  address2: 'Bât. C',
  zipCode: '75000',
  city: 'Villefictive',
  phone2: '0600000001',
}
const theo = {
  ...none,
  login: 'theo_d',
  email: 'theo.demonet@acheteur.example',
  civility: 'M.',
  lastName: 'Démonet',
  firstName: 'Théo',
  address1: '3 impasse du Modèle',
  zipCode: '69000',
  city: 'Bourg-Témoin',
  phone1: '0100000002',
  phone2: '0600000002',
}
const ugo = {
  ...none,
  login: 'acheteur_nego',
  email: 'nego@acheteur.example',
  civility: 'M.',
  lastName: 'Négosse',
  firstName: 'Ugo',
  address1: '1 rue du Rabais',
  zipCode: '59000',
  city: 'Troc-sur-Lys',
  phone2: '0600000009',
}
const ines = {
  ...none,
  login: 'ines_f',
  email: 'ines.fabulin@acheteur.example',
  civility: 'Mme',
  lastName: 'Fabulin',
  firstName: 'Inès',
  address1: '8 avenue du Canular',
  zipCode: '33000',
  city: 'Pseudopolis',
  phone2: '0600000003',
}
const loic = {
  ...none,
  login: 'loic_i',
  email: 'loic.imaginard@acheteur.example',
  civility: 'M.',
  lastName: 'Imaginard',
  firstName: 'Loïc',
  address1: '27 chemin de la Fable',
  zipCode: '29000',
  city: 'Ker-Exemple',
  phone1: '0200000004',
  phone2: '0600000004',
}
const maud = {
  ...none,
  login: 'maud_r',
  email: 'maud.retirier@acheteur.example',
  civility: 'Mlle',
  lastName: 'Retirier',
  firstName: 'Maud',
  address1: '5 quai du Prototype',
  zipCode: '44000',
  city: 'Nantessai',
  phone2: '0600000006',
}
const inigo = {
  ...none,
  login: 'inigo_e',
  email: 'inigo@acheteur.example',
  civility: 'M.',
  lastName: 'Ejemplez',
  firstName: 'Íñigo',
  address1: 'Calle de la Muestra 9',
  zipCode: '03000',
  city: 'Villa Ficticia',
  state: 'Alicante',
  phone2: '0034600000005',
}

const cup = { sku: 'SKU-TASSE-BLEUE', advertId: '700000001', title: 'Tasse Émaillée Bleue 30 Cl', priceCents: 1490 }
const lamp = {
  sku: 'SKU-LAMPE',
  advertId: '700000002',
  title: 'Lampe De Bureau Articulée',
  priceCents: 4500,
  category: 'Luminaire',
}
const bulb = {
  sku: 'SKU-AMPOULE',
  advertId: '700000003',
  title: 'Ampoule Led E27',
  priceCents: 650,
  ean: '3760000000048;',
}
const frame = { sku: 'SKU-CADRE', advertId: '700000004', title: 'Cadre Photo Bois' }
const scarf = { sku: 'SKU-ECHARPE', advertId: '700000005', title: 'Écharpe Laine', priceCents: 1900 }
const chair = { sku: 'SKU-CHAISE', advertId: '700000006', title: 'Chaise Pliante', priceCents: 6000 }
const hat = { sku: 'SKU-BONNET', advertId: '700000007', title: 'Bonnet Côtelé', priceCents: 1200 }

const on12January = (time: string): string => `2026-01-12T${time}:00+01:00`

/** The purchases of the spec's samples. */
export const PURCHASES = {
  cup: {
    purchaseId: '800000101',
    at: on12January('09:41'),
    buyer: zoe,
    deliveryMode: 'Suivi',
    shippingCents: 490,
    items: [{ ...cup, itemId: '500000101', ean: '3760000000017;' }],
  },
  lamps: {
    purchaseId: '800000102',
    at: on12January('10:05'),
    buyer: theo,
    deliveryMode: 'Recommandé',
    shippingCents: 690,
    items: [
      { ...lamp, itemId: '500000201', ean: '3760000000024;' },
      { ...lamp, itemId: '500000202', ean: '3760000000024;' },
      { ...bulb, itemId: '500000203' },
    ],
  },
  lampsWithTwoCodes: {
    purchaseId: '800000102',
    at: on12January('10:05'),
    buyer: theo,
    deliveryMode: 'Recommandé',
    items: [
      { ...lamp, itemId: '500000201', ean: '3760000000024; 3760000000031;' },
      { ...lamp, itemId: '500000202', ean: '3760000000024; 3760000000031;' },
      { ...bulb, itemId: '500000203' },
    ],
  },
  negotiated: {
    purchaseId: '800000103',
    at: on12January('10:20'),
    buyer: ugo,
    deliveryMode: 'Normal',
    items: [{ ...frame, itemId: '500000301', priceCents: 2500, listedPriceCents: 3000, nego: true }],
  },
  relay: {
    purchaseId: '800000104',
    at: on12January('11:11'),
    buyer: ines,
    deliveryMode: 'Point relais Mondial Relay',
    items: [{ ...scarf, itemId: '500000401' }],
  },
  prepaid: {
    purchaseId: '800000105',
    at: '2026-01-11T18:00:00+01:00',
    buyer: loic,
    deliveryMode: 'So Colissimo',
    items: [{ ...hat, itemId: '500000501' }],
  },
  inStore: {
    purchaseId: '800000106',
    at: on12January('12:30'),
    buyer: maud,
    deliveryMode: 'Retrait chez le vendeur',
    items: [{ ...chair, itemId: '500000601' }],
  },
  abroad: {
    purchaseId: '800000107',
    at: on12January('13:00'),
    buyer: inigo,
    country: 'ES',
    deliveryMode: 'Recommandé',
    items: [{ ...cup, itemId: '500000701' }],
  },
  old: {
    purchaseId: '800000099',
    at: '2026-01-10T08:15:00+01:00',
    buyer: { ...theo, login: 'ancien_client', email: 'ancien@acheteur.example' },
    deliveryMode: 'Suivi',
    items: [{ ...frame, itemId: '500000091', priceCents: 3000 }],
  },
  preorders: {
    items: Array.from({ length: 3 }, () => ({
      sku: 'SKU-CASQUE',
      advertId: '700000008',
      priceCents: 9900,
      preorder: true,
    })),
  },
} as const satisfies Record<string, PurchaseToMake>

export const INVENTORY: readonly AdvertSeed[] = [
  {
    sku: 'SKU-TASSE-BLEUE',
    title: 'Tasse Émaillée Bleue 30 Cl',
    priceCents: 1490,
    stock: 7,
    ean: '3760000000017',
    topic: 'Vaisselle',
    advertId: '700000001',
    productId: '250000001',
    competitors: [
      { advertId: '710000001', priceCents: 1350, shippingCents: 300, stock: 4, login: 'concurrent-fictif' },
    ],
  },
  {
    sku: 'SKU-LAMPE',
    title: 'Lampe De Bureau Articulée',
    priceCents: 4500,
    stock: 2,
    topic: 'Luminaire',
    advertId: '700000002',
    productId: '250000002',
  },
  {
    sku: 'SKU-ECHARPE',
    title: 'Écharpe Laine',
    priceCents: 1900,
    stock: 0,
    topic: 'Écharpe',
    advertId: '700000005',
    productId: '250000005',
  },
]

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
