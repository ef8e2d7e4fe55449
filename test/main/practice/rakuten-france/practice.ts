import { onTestFinished } from 'vitest'
import {
  type PracticeAccount,
  type PracticeOptions,
  startPracticeAccount,
  type UnitToBuy,
} from '../../../../src/main/practice/rakuten-france/index.ts'

/** A Monday noon in Paris. */
export const NOON = '2026-01-12T12:00:00+01:00'

/** An account that stands still on a Monday noon and is closed after the test. */
export const practiceAccount = async (options: PracticeOptions = {}): Promise<PracticeAccount> => {
  const account = await startPracticeAccount({ now: () => Date.parse(NOON), ...options })
  onTestFinished(() => account.close())
  return account
}

export const aUnit = (unit: Partial<UnitToBuy> = {}): UnitToBuy => ({ sku: 'MUG', priceCents: 1490, ...unit })

/** Lets somebody buy so many units; returns the ids. */
export const bought = (
  { world }: PracticeAccount,
  units = 1,
  order: Omit<Parameters<PracticeAccount['world']['buy']>[0], 'items'> = {},
): { readonly purchaseId: string; readonly itemIds: readonly string[]; readonly itemId: string } => {
  const purchaseId = world.buy({ items: Array.from({ length: units }, () => aUnit()), ...order })
  const itemIds = world.purchase(purchaseId).items.map(({ itemId }) => itemId)
  return { purchaseId, itemIds, itemId: itemIds[0] ?? '' }
}

export const accepted = (
  account: PracticeAccount,
  units = 1,
  order: Omit<Parameters<PracticeAccount['world']['buy']>[0], 'items'> = {},
): ReturnType<typeof bought> => {
  const ids = bought(account, units, order)
  for (const itemId of ids.itemIds) account.world.acceptOnSite(itemId)
  return ids
}

export interface Line {
  readonly purchaseId: string
  readonly itemId: string
  readonly transporter?: string
  readonly number?: string
  readonly url?: string
}

/** A file of shipments; tracked by Colissimo unless said otherwise. */
export const shippingFile = (...lines: readonly Line[]) => ({
  name: 'expeditions.xml',
  content: `<?xml version="1.0" encoding="UTF-8"?>\n<items>${lines.map(shippingLine).join('')}</items>`,
})

const shippingLine = ({
  purchaseId,
  itemId,
  transporter = 'Colissimo',
  number = '6A00000000011',
  url = 'https://www.laposte.fr/outils/suivre-vos-envois?code=6A00000000011',
}: Line): string =>
  `<item><purchaseid>${purchaseId}</purchaseid><itemid>${itemId}</itemid><transporter>${transporter}</transporter>` +
  `<trackingnumber>${number}</trackingnumber><trackingurl>${url}</trackingurl></item>`

/** A stock file with the three keys that an update needs. */
export const stockFile = (...lines: readonly (readonly [sku: string, price: string, quantity: string])[]) => ({
  name: 'stock.xml',
  content: `<?xml version="1.0" encoding="UTF-8"?>\n<items>${lines
    .map(
      ([sku, price, quantity]) =>
        `<item><attributes><advert>${attribute('sellerReference', sku)}${attribute('sellingPrice', price)}` +
        `${attribute('qty', quantity)}</advert></attributes></item>`,
    )
    .join('')}</items>`,
})

const attribute = (key: string, value: string): string =>
  `<attribute><key>${key}</key><value><![CDATA[${value}]]></value></attribute>`

export const ADVERTS = [
  { sku: 'MUG', title: 'Mug', priceCents: 1490, stock: 7, ean: '3760000000017' },
  { sku: 'LAMP', title: 'Lampe', priceCents: 4500, stock: 2 },
]

/** An account that offers a mug and a lamp. */
export const withAdverts = async (options = {}): Promise<PracticeAccount> => {
  const account = await practiceAccount(options)
  account.world.setInventory(ADVERTS)
  return account
}
