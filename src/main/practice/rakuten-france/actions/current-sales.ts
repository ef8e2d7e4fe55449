import type { Account } from '../account.ts'
import type { Purchase } from '../purchase.ts'
import { statusInCurrentSales } from '../statuses.ts'
import { node, text, type XmlElement } from '../wire/xml-writer.ts'
import { type Action, lastVersion, type Question, result, sellerId, user, version } from './action.ts'
import { nextPage } from './paging.ts'
import { invalid } from './refusals.ts'
import { type ListedItem, saleElements } from './sale.ts'

const VERSIONS = ['2021-10-29', '2017-08-07', '2016-03-16', '2014-02-11']
const FIRST_TOKEN = 90_000_012_345

interface Filter {
  readonly pendingPreorders: boolean
  readonly notShipped: boolean
}

/** Section 7: items accepted once, whatever became of them since. */
export const getCurrentSales: Action = {
  family: 'sales_ws',
  versions: VERSIONS,
  answer: (question, account) => {
    const since = purchaseDate(question)
    const filter = filterOf(question)
    const page = nextPage(account, question.param('nexttoken'), FIRST_TOKEN, () => ({
      ids: listedPurchases(account, filter, since),
      filter,
    }))
    if (page === null) return invalid('nexttoken')
    return result(
      { root: 'getcurrentsalesresult', schema: 'getcurrentsales' },
      question.version,
      [
        version(question),
        user(question),
        since === null ? null : text('purchasedate', since.split('-').reverse().join('/')),
        text('nexttoken', question.param('nexttoken')),
        text('ispendingpreorder', String(filter.pendingPreorders)),
      ],
      [
        lastVersion({ versions: VERSIONS }),
        text('nexttoken', page.nextToken),
        sellerId(account),
        node('sales', ...page.ids.flatMap((id) => sales(account, page.filter, id, question.version))),
      ],
    )
  },
}

/** A date that is not one is ignored without a word (3.3). */
const purchaseDate = (question: Question): string | null => {
  const given = question.param('purchasedate')
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(given) ? Date.parse(`${given}T00:00:00Z`) : Number.NaN
  return Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(given) ? null : given
}

/** `n` for preorders is not in the documentation, and some client sends it: it filters nothing (section 7). */
const filterOf = (question: Question): Filter => ({
  pendingPreorders: question.param('ispendingpreorder') === 'y',
  notShipped: question.param('notshippeditemsonly') === 'true',
})

const listedItems = (purchase: Purchase, filter: Filter): ListedItem[] =>
  purchase.items.flatMap((item) => {
    const status = statusInCurrentSales(item)
    if (status === null) return []
    if (filter.pendingPreorders && item.state !== 'preorder') return []
    if (filter.notShipped && item.shipped) return []
    return [{ item, status }]
  })

/** Newest day first, but not within a day: the order seen is not strict (section 7). */
const listedPurchases = (account: Account, filter: Filter, since: string | null): string[] =>
  Array.from(account.purchases.values())
    .filter((purchase) => purchase.purchasedOn >= (since ?? '') && listedItems(purchase, filter).length > 0)
    .sort(byDayThenTime)
    .map(({ purchaseId }) => purchaseId)

const byDayThenTime = (one: Purchase, other: Purchase): number => {
  if (one.purchasedOn === other.purchasedOn) return one.purchasedAt - other.purchasedAt
  return one.purchasedOn < other.purchasedOn ? 1 : -1
}

const sales = (account: Account, filter: Filter, purchaseId: string, forVersion: string): XmlElement[] => {
  const purchase = account.purchases.get(purchaseId)
  const listed = purchase ? listedItems(purchase, filter) : []
  return purchase && listed.length > 0 ? saleElements(account, purchase, listed, forVersion, 'whole') : []
}
