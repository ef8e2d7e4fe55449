import type { Account } from '../account.ts'
import { isConfirmationWord } from '../item-life.ts'
import type { Item, Purchase } from '../purchase.ts'
import { deliveryModeOf, OTHER_TRANSPORTER, TRANSPORTERS } from '../value-lists.ts'

/** A shipment as the seller declares it. */
export interface Declaration {
  readonly transporter: string
  readonly trackingNumber: string
  readonly trackingUrl: string
}

/**
 * Why Rakuten does not take a declaration, in its own words where they are known (3.3), else in ours; null when it
 * does. The order of the checks is ours.
 */
export const shippingObjection = (
  account: Account,
  item: Item | undefined,
  purchaseId: string | null,
  declaration: Declaration,
): string | null => {
  const purchase = item && account.purchases.get(item.purchaseId)
  if (!purchase || (purchaseId !== null && purchaseId !== purchase.purchaseId)) return 'numéro incorrect'
  if ((item.state === 'accepted' || item.state === 'closed') && item.shipped) return 'a déjà été expédié'
  if (item.state !== 'accepted') return 'statut incorrect.'
  return trackingObjection(account, purchase, declaration)
}

/** Sections 8.2 and 8.4: tracking is optional for `Normal`, at the counter, and where Rakuten printed the label. */
export const trackingObjection = (account: Account, purchase: Purchase, declared: Declaration): string | null => {
  const { transporter, trackingNumber, trackingUrl } = declared
  const untracked = deliveryModeOf(purchase.deliveryMode).trackingOptional || purchase.prepaidTrackingNumber !== null
  if (trackingNumber === '') return 'numéro de suivi obligatoire'
  if (trackingUrl !== '' && !isLink(trackingUrl)) return 'url de suivi incorrecte'
  if (isConfirmationWord(trackingNumber)) {
    if (!untracked) return 'numéro de suivi obligatoire'
    return transporter === '' || isTransporter(account, transporter) ? null : 'transporteur inconnu'
  }
  if (transporter === '' || !isTransporter(account, transporter)) return 'transporteur inconnu'
  const linkNeeded = transporter === OTHER_TRANSPORTER || account.settings.trackingLink === 'required'
  return linkNeeded && trackingUrl === '' ? 'url de suivi obligatoire' : null
}

/** That case matters is inferred (11.4), which is why strictness can be switched off. */
const isTransporter = (account: Account, name: string): boolean =>
  !account.withdrawnTransporters.has(name) &&
  (account.settings.transporters === 'tolerant' || TRANSPORTERS.includes(name))

const isLink = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url)
