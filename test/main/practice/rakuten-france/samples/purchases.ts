import type { AdvertSeed, PurchaseToMake } from '../../../../../src/main/practice/rakuten-france/index.ts'
import { ines, inigo, loic, maud, theo, ugo, zoe } from './buyers.ts'

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
