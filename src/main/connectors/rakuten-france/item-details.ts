import type { XmlElement } from '../http/read-xml.ts'
import type { ItemDetails, ToDo } from '../sockets/marketplace.ts'
import { readRequired, readRequiredElement } from './amounts.ts'
import type { Api } from './api.ts'
import { readDateIfAny } from './dates.ts'
import { toStatus } from './mapping.ts'
import { requireWord } from './require-word.ts'

/** 9.3. Reading marks the item's messages as read: never in bulk. */
export const readItem = async (api: Api, itemId: string): Promise<ItemDetails> => {
  const { response } = await api.need('getiteminfos', { parameters: { itemid: itemId } })
  return toItemDetails(readRequiredElement(response, 'item'))
}

export const toItemDetails = (item: XmlElement): ItemDetails => {
  const rakutenStatus = readRequired(item, 'itemstatus')
  return {
    itemId: readRequired(item, 'itemid'),
    status: toStatus(rakutenStatus),
    rakutenStatus,
    shipped:
      item.text('shipped') === '1' || item.all('itemlog').some((entry) => entry.text('itemlogcode') === 'TRACKING'),
    claim: toClaim(item),
    messages: item.children
      .filter(({ name }) => name === 'message' || name === 'mail')
      .map(toMessage)
      .toSorted((one, other) => (other.at ?? '').localeCompare(one.at ?? '')),
  }
}

const toClaim = (item: XmlElement): ItemDetails['claim'] => {
  const claim = item.at('claim')
  if (claim === undefined || claim.children.length === 0) return null
  return {
    text: claim.text('claimcomment') || item.text('itemstatelabel') || claim.text('type'),
    openedAt: readDateIfAny(claim.text('creationdate')),
  }
}

/** Mails of customer service and messages of the buyer stand mixed, in order of date. */
const toMessage = (message: XmlElement): ItemDetails['messages'][number] => ({
  from: message.text('sender'),
  at: readDateIfAny(message.text('senddate')),
  text: [message.text('object'), message.at('content')?.content.trim() ?? ''].filter(Boolean).join('\n'),
  unread: message.text('status') === 'UNREAD',
})

/** 9.2 */
export const listToDo = async (api: Api): Promise<readonly ToDo[]> => {
  const { response } = await api.need('getitemtodolist')
  return readRequiredElement(response, 'items')
    .all('item')
    .map((item) => ({
      itemId: readRequired(item, 'itemid'),
      causes: (item.at('causes')?.all('cause') ?? []).map(({ value }) => value).filter(Boolean),
    }))
}

/** 9.4 */
export const messageBuyer = async (api: Api, itemId: string, text: string): Promise<void> => {
  const { response } = await api.need('contactuseraboutitem', { parameters: { itemid: itemId, content: text } })
  requireWord(response.text('status'), 'SENT', 'contactuseraboutitem')
}
