import type { AcceptOutcome, CancelOutcome, RefuseOutcome } from '../sockets/marketplace.ts'
import type { Api } from './api.ts'
import { type RakutenError, toFault, wordsOf } from './errors.ts'
import { type ActionName, COMMENT_LENGTH, SHIPPING_FROM_FRANCE } from './facts.ts'
import { readItem } from './item-details.ts'
import { requireWord } from './require-word.ts'

/** 6.3: accepting debits the buyer. */
export const acceptItem = async (api: Api, itemId: string): Promise<AcceptOutcome> => {
  const parameters = { itemid: itemId, shippingfromcountry: SHIPPING_FROM_FRANCE }
  const answer = await api.ask('acceptsale', { parameters })
  if (answer.kind === 'error') return decidedBefore(answer.error, 'acceptsale', api)
  requireWord(answer.response.text('status'), 'Accepted', 'acceptsale')
  return 'accepted'
}

/** 6.4 */
export const refuseItem = async (api: Api, itemId: string): Promise<RefuseOutcome> => {
  const answer = await api.ask('refusesale', { parameters: { itemid: itemId } })
  if (answer.kind === 'error') return decidedBefore(answer.error, 'refusesale', api)
  requireWord(answer.response.text('status'), 'Refused', 'refusesale')
  return 'refused'
}

/** 6.5: the state of the buyer's payment tells what became of the item. */
const decidedBefore = (error: RakutenError, action: ActionName, api: Api): 'already-accepted' | 'emptied' => {
  const state = /current status\s*:\s*(\w+)/i.exec(wordsOf(error))?.[1]?.toUpperCase()
  if (state === 'CAPTURED') return 'already-accepted'
  if (state === 'EMPTIED') return 'emptied'
  throw toFault(error, action, api.now())
}

/** 9.1: cancels an accepted item; the buyer is refunded and reads the comment. */
export const cancelItem = async (api: Api, itemId: string, comment: string): Promise<CancelOutcome> => {
  const parameters = { itemid: itemId, comment: comment.slice(0, COMMENT_LENGTH) }
  const answer = await api.ask('cancelitem', { parameters })
  if (answer.kind === 'response') {
    requireWord(answer.response.text('status'), 'CANCELLED', 'cancelitem')
    return 'cancelled'
  }
  if (!/cannot be cancelled/i.test(wordsOf(answer.error))) throw toFault(answer.error, 'cancelitem', api.now())
  // The words are the same for an item that was cancelled before and for one that cannot be any more.
  const { status } = await readItem(api, itemId)
  return status === 'cancelled' ? 'cancelled' : { declined: wordsOf(answer.error) }
}

/** 9.6: that many preordered units have arrived. The field is spelled in French, and its text starts with the word. */
export const confirmPreorder = async (api: Api, advertId: string, units: number): Promise<void> => {
  const { response } = await api.need('confirmpreorder', { parameters: { advertid: advertId, stock: String(units) } })
  requireWord(response.text('statut').split(/\W/)[0] ?? '', 'OK', 'confirmpreorder')
}
