import type { Account } from '../account.ts'
import type { Payout } from '../memory.ts'
import { salesDate, walletDate } from '../paris-time.ts'
import { node, text, type XmlElement } from '../wire/xml-writer.ts'
import { type Action, lastVersion, result, sellerId, user, version } from './action.ts'
import { billedItem, paidCents } from './billing.ts'
import { price } from './money.ts'
import { invalid } from './refusals.ts'

/** Operations on one page (10.2). */
const PAGE = 200

/** Section 10.2: money paid out to the seller, oldest first. */
export const getOperations: Action = {
  family: 'wallet_ws',
  versions: ['2011-03-29'],
  mandatory: ['operationcause'],
  answer: (question, account) => {
    const since = question.param('lastoperationdate')
    if (question.param('operationcause') !== 'salestransfer') return invalid('operationcause')
    if (since !== '' && !/^\d{2}\/\d{2}\/\d{4}-\d{2}:\d{2}:\d{2}$/.test(since)) return invalid('lastoperationdate')
    const later = account.payouts.filter(({ at }) => sortable(walletDate(at)) > sortable(since))
    return result(
      { root: 'getoperationsresult', schema: 'getoperations' },
      question.version,
      [
        user(question),
        text('operationcause', 'salestransfer'),
        since === '' ? null : text('lastoperationdate', since),
        version(question),
      ],
      [
        sellerId(account),
        lastVersion(getOperations),
        node(
          'operations',
          ...later.slice(0, PAGE).map((payout) => operation(account, payout)),
          text('hasmoreoperations', String(later.length > PAGE)),
        ),
      ],
    )
  },
}

const sortable = (date: string): string => date.replace(/^(\d{2})\/(\d{2})\/(\d{4})/, '$3$2$1')

const operation = (account: Account, payout: Payout): XmlElement =>
  node(
    'operation',
    text('operationid', String(600_000_001 + account.payouts.indexOf(payout))),
    text('operationdate', walletDate(payout.at)),
    text('operationcause', 'salestransfer'),
    text('operationtype', 'Credit'),
    text('operationstate', 'FINALIZED'),
    price('operationamount', total(account, payout), 'EUR'),
    text('compensationid', payout.compensationId),
  )

const total = (account: Account, { items }: Payout): number =>
  items.reduce((sum, item) => {
    const purchase = account.purchases.get(item.purchaseId)
    return sum + (purchase ? paidCents(purchase, item) : 0)
  }, 0)

/** Section 10.3, item payments alone. */
export const getCompensationDetails: Action = {
  family: 'sales_ws',
  versions: ['2011-03-29'],
  mandatory: ['compensationid'],
  professionalOnly: true,
  answer: (question, account) => {
    const payout = account.payouts.find(({ compensationId }) => compensationId === question.param('compensationid'))
    if (!payout) return invalid('compensationid')
    return result(
      { root: 'getcompensationdetailsresult', schema: 'getcompensationdetails' },
      question.version,
      [user(question), text('compensationid', payout.compensationId), version(question)],
      [
        sellerId(account),
        lastVersion(getCompensationDetails),
        node(
          'compensationdetails',
          text('compensationid', payout.compensationId),
          text('compensationdate', salesDate(payout.at)),
          text('invoicenumber', 123_456 + account.payouts.indexOf(payout)),
          ...payout.items.flatMap((item) => {
            const purchase = account.purchases.get(item.purchaseId)
            if (!purchase) return []
            return node(
              'itempayment',
              text('purchasedate', salesDate(purchase.purchasedAt)),
              text('purchaseid', purchase.purchaseId),
              text('purchasebuyerlogin', purchase.buyer.login),
              billedItem(purchase, item, false),
            )
          }),
        ),
      ],
    )
  },
}
