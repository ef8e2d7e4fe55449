import type { ItemTracking } from '../sockets/marketplace.ts'
import { HANDED_OVER } from './facts.ts'
import { xmlItems, xmlText } from './write-xml.ts'

/** 8.2: how the items of one purchase left. */
export const shippingFile = (reference: string, items: readonly ItemTracking[]): string =>
  xmlItems(items.map((item) => `<item>${shippingLine(reference, item)}</item>`))

const shippingLine = (reference: string, { itemId, tracking }: ItemTracking): string =>
  [
    xmlText('purchaseid', reference),
    xmlText('itemid', itemId),
    xmlText('transporter', tracking?.carrier ?? ''),
    xmlText('trackingnumber', tracking?.trackingNumber ?? HANDED_OVER),
    xmlText('trackingurl', tracking?.trackingUrl ?? ''),
  ].join('')
