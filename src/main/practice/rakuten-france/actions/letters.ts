import type { Item, Letter } from '../purchase.ts'
import { text } from '../wire/xml-writer.ts'
import { type Action, lastVersion, result, user, version } from './action.ts'
import { invalid, unknownError } from './refusals.ts'

const DAY = 86_400_000
/** The buyer can be written to until so long after ordering, unless a claim is being settled amicably (9.4). */
const OPEN_FOR = 42 * DAY

/** Section 9.4: a message to the buyer. */
export const contactUserAboutItem: Action = {
  family: 'sales_ws',
  versions: ['2011-02-02'],
  mandatory: ['itemid', 'content'],
  answer: (question, account) => {
    const item = account.items.get(question.param('itemid'))
    const purchase = item && account.purchases.get(item.purchaseId)
    if (!item || !purchase || !mayWriteToBuyer(item, question.now - purchase.purchasedAt)) return unknownError(account)
    item.letters.push(fromSeller(question.param('content'), question.now, null))
    return result(
      { root: 'contactuseraboutitemresult', schema: 'contactuseraboutitem' },
      question.version,
      [version(question), user(question), text('itemid', item.itemId), text('content', question.param('content'))],
      [lastVersion(contactUserAboutItem), text('status', 'SENT')],
    )
  },
}

/** Before acceptance there is no sale to speak about: an inference, like the answer itself. */
const mayWriteToBuyer = (item: Item, age: number): boolean =>
  item.state === 'claim' ? (item.claim?.amicable ?? false) : item.acceptedAt !== null && age <= OPEN_FOR

/** Section 9.4: an answer to a mail of the customer service. */
export const contactUsAboutItem: Action = {
  family: 'sales_ws',
  versions: ['2011-09-01'],
  mandatory: ['itemid', 'content', 'mailparentid'],
  answer: (question, account) => {
    const item = account.items.get(question.param('itemid'))
    if (!item) return unknownError(account)
    const mailId = question.param('mailparentid')
    if (!item.letters.some((letter) => letter.mailId === mailId)) return invalid('mailparentid')
    item.letters.push(fromSeller(question.param('content'), question.now, mailId))
    return result(
      { root: 'contactusaboutitemresult', schema: 'contactusaboutitem' },
      question.version,
      [
        version(question),
        user(question),
        text('itemid', item.itemId),
        text('mailparentid', mailId),
        text('content', question.param('content')),
      ],
      [lastVersion(contactUsAboutItem), text('status', 'SENT')],
    )
  },
}

const fromSeller = (content: string, sentAt: number, answersMailId: string | null): Letter => ({
  from: 'seller',
  sentAt,
  content,
  mailId: null,
  subject: '',
  answersMailId,
  read: true,
})
