import type { Account } from '../account.ts'
import type { Purchase } from '../purchase.ts'
import { statusInNewSales } from '../statuses.ts'
import { node } from '../wire/xml-writer.ts'
import { type Action, lastVersion, result, sellerId, user, version } from './action.ts'
import { saleElements } from './sale.ts'

const VERSIONS = ['2017-08-07', '2016-03-16', '2014-02-11']

/** Section 6.1: purchases of which an item still waits for the seller's decision. */
export const getNewSales: Action = {
  family: 'sales_ws',
  versions: VERSIONS,
  answer: (question, account) =>
    result(
      { root: 'getnewsalesresult', schema: 'getnewsales' },
      question.version,
      [version(question), user(question)],
      [
        lastVersion({ versions: VERSIONS }),
        sellerId(account),
        node(
          'sales',
          ...waiting(account).flatMap((purchase) =>
            saleElements(
              account,
              purchase,
              purchase.items.map((item) => ({ item, status: statusInNewSales(item) })),
              question.version,
              account.settings.buyerInNewSales,
            ),
          ),
        ),
      ],
    ),
}

const waiting = (account: Account): Purchase[] =>
  Array.from(account.purchases.values())
    .filter(
      ({ items }) =>
        items.some((item) => item.state === 'to-decide') ||
        (account.settings.cancelledStayInNewSales && items.every((item) => item.cancelledBy === 'buyer')),
    )
    .sort((one, other) => one.purchasedAt - other.purchasedAt)
