import type { Actor, Claim, Item, LogCode, Shipment } from './purchase.ts'

/** The state of the buyer's payment, which the web services name when they refuse a decision (3.3, 13). */
export type PaymentState = 'REQUESTED' | 'CAPTURED' | 'EMPTIED'

export const paymentState = (item: Item): PaymentState => {
  switch (item.state) {
    case 'to-decide':
      return 'REQUESTED'
    case 'refused':
    case 'cancelled':
    case 'expired':
      return 'EMPTIED'
    default:
      return 'CAPTURED'
  }
}

const log = (item: Item, code: LogCode, at: number): void => void item.log.push({ at, code })

/** Every function below returns whether the move exists in the item's state; if not, nothing has changed. */
export const accept = (item: Item, by: Actor, at: number): boolean => {
  if (item.state !== 'to-decide') return false
  item.state = item.preorder ? 'preorder' : 'accepted'
  item.acceptedBy = by
  item.acceptedAt = at
  log(item, 'ITEM_COMMITTED', at)
  return true
}

export const refuse = (item: Item, by: Actor): boolean => {
  if (item.state !== 'to-decide') return false
  item.state = 'refused'
  item.refusedBy = by
  return true
}

export const remind = (item: Item, at: number): boolean => {
  if (item.state !== 'to-decide' || item.reminded) return false
  item.reminded = true
  log(item, 'PM_REMIND', at)
  return true
}

export const expire = (item: Item): boolean => {
  if (item.state !== 'to-decide') return false
  item.state = 'expired'
  return true
}

/** Before acceptance only the buyer (and Rakuten) can cancel: the seller refuses. */
export const cancel = (item: Item, by: Actor, at: number, comment = ''): boolean => {
  const accepted = item.state === 'accepted' || item.state === 'preorder' || item.state === 'claim'
  const undecided = item.state === 'to-decide' && (by === 'buyer' || by === 'rakuten')
  if (!accepted && !undecided) return false
  item.state = 'cancelled'
  item.cancelledBy = by
  item.cancelledAt = at
  item.cancelComment = comment
  item.claim = null
  return true
}

/** The preordered unit has arrived at the seller's. */
export const stockArrived = (item: Item): boolean => {
  if (item.state !== 'preorder') return false
  item.state = 'accepted'
  return true
}

export const ship = (item: Item, shipment: Shipment): boolean => {
  if (item.state !== 'accepted') return false
  item.shipped = true
  item.shipments.push(shipment)
  if (shipment.trackingNumber !== '' && !isConfirmationWord(shipment.trackingNumber)) log(item, 'TRACKING', shipment.at)
  return true
}

/** The words that say "handed over" where there is nothing to track (8.2). Which of them is accepted today is unknown. */
export const isConfirmationWord = (trackingNumber: string): boolean => /^(oui|yes)$/i.test(trackingNumber)

export const openClaim = (item: Item, claim: Claim): boolean => {
  if (item.state !== 'accepted') return false
  item.stateBeforeClaim = item.state
  item.state = 'claim'
  item.claim = claim
  if (claim.amicable) log(item, 'AMICABLE_CLAIM_CREATION', claim.openedAt)
  return true
}

/** A solved claim leads back to where the item was: an inference of the spec (13). */
export const closeClaim = (item: Item): boolean => {
  if (item.state !== 'claim') return false
  item.state = item.stateBeforeClaim ?? 'accepted'
  item.claim = null
  return true
}

/** The buyer has received and rated the item. */
export const close = (item: Item, score: string): boolean => {
  if (item.state !== 'accepted') return false
  item.state = 'closed'
  item.score = score
  return true
}
