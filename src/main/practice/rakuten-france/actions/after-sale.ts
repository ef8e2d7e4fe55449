import { cancel, stockArrived } from '../item-life.ts'
import type { Item, Letter } from '../purchase.ts'
import { cdata, node, text } from '../wire/xml-writer.ts'
import { type Action, lastVersion, result, sellerId, user, version } from './action.ts'
import { invalid, parameterError } from './refusals.ts'

const MAX_COMMENT = 400

/** Section 9.1: an accepted item, with a comment that the buyer reads. */
export const cancelItem: Action = {
  family: 'sales_ws',
  versions: ['2011-02-02'],
  mandatory: ['itemid', 'comment'],
  answer: (question, account) => {
    const item = account.items.get(question.param('itemid'))
    const comment = question.param('comment')
    if (!item) return invalid('itemid')
    if (comment.length > MAX_COMMENT) return parameterError(`Your message cannot exceed ${MAX_COMMENT} characters`)
    if (!cancel(item, 'seller', question.now, comment)) return parameterError('This item cannot be cancelled')
    return result(
      { root: 'cancelitemresult', schema: 'cancelitem' },
      question.version,
      [version(question), user(question), text('itemid', item.itemId), cdata('comment', comment)],
      [lastVersion(cancelItem), text('status', 'CANCELLED')],
    )
  },
}

/** Section 9.2: what waits for the seller's attention. */
export const getItemToDoList: Action = {
  family: 'sales_ws',
  versions: ['2011-09-01', '2011-02-02'],
  answer: (question, account) =>
    result(
      { root: 'getitemtodolistresult', schema: 'getitemtodolist' },
      question.version,
      [version(question), user(question)],
      [
        lastVersion(getItemToDoList),
        sellerId(account),
        node(
          'items',
          ...Array.from(account.items.values())
            .map((item) => ({ item, causes: causesOf(item) }))
            .filter(({ causes }) => causes.length > 0)
            .map(({ item, causes }) =>
              node('item', text('itemid', item.itemId), node('causes', ...causes.map((cause) => text('cause', cause)))),
            ),
        ),
      ],
    ),
}

const causesOf = (item: Item): string[] => {
  const unread = (from: Letter['from']): boolean => item.letters.some((letter) => letter.from === from && !letter.read)
  return [
    ...(item.state === 'claim' ? ['CLAIM'] : []),
    ...(unread('customer-service') ? ['UNREAD_MESSAGE_FROM_CUSTOMER_SERVICE'] : []),
    ...(unread('buyer') ? ['UNREAD_MESSAGE_FROM_BUYER'] : []),
  ]
}

/** Section 9.6: so many preordered units have arrived; the oldest preorders are confirmed first. */
export const confirmPreorder: Action = {
  family: 'sales_ws',
  versions: ['2013-01-09'],
  mandatory: ['advertid', 'stock'],
  answer: (question, account) => {
    const advertId = question.param('advertid')
    const stock = question.param('stock')
    const items = Array.from(account.items.values()).filter((item) => item.advertId === advertId && item.preorder)
    if (items.length === 0) return invalid('advertid')
    if (!/^[1-9]\d*$/.test(stock)) return invalid('stock')
    const waiting = items.filter((item) => item.state === 'preorder')
    for (const item of waiting.slice(0, Number(stock))) stockArrived(item)
    const remaining = Math.max(0, waiting.length - Number(stock))
    return result(
      { root: 'confirmpreorder', schema: 'confirmpreorder' },
      question.version,
      [version(question), user(question), text('advertid', advertId), text('stock', stock)],
      [lastVersion(confirmPreorder), text('statut', `OK : ${remaining === 0 ? 'no' : remaining} remaining item(s)`)],
    )
  },
}
