import type { ItemStatus } from '../../domain/item.ts'

/**
 * What is known of Rakuten's web services (rakuten-france.md) and has no better place. [C] marks what the specification infers: to be
 * corrected here, and only here, when a real account shows otherwise.
 */

/** The name faults and screens use. */
export const SIDE = 'Rakuten'

export const PRODUCTION_URL = 'https://ws.fr.shopping.rakuten.com'

/** 2.2: tells Rakuten's support who calls. */
export const CHANNEL = 'navette'

/** 2.3: path, the version whose answer we read, and whether the call only reads. */
export const ACTIONS = {
  getnewsales: { family: 'sales_ws', version: '2017-08-07', safe: true },
  getcurrentsales: { family: 'sales_ws', version: '2017-08-07', safe: true },
  acceptsale: { family: 'sales_ws', version: '2021-04-08', safe: false },
  refusesale: { family: 'sales_ws', version: '2010-09-20', safe: false },
  getbillinginformation: { family: 'sales_ws', version: '2016-03-16', safe: true },
  getshippinginformation: { family: 'sales_ws', version: '2017-09-12', safe: true },
  importitemshippingstatus: { family: 'sales_ws', version: '2016-05-09', safe: false },
  settrackingpackageinfos: { family: 'sales_ws', version: '2016-03-16', safe: false },
  cancelitem: { family: 'sales_ws', version: '2011-02-02', safe: false },
  getitemtodolist: { family: 'sales_ws', version: '2011-09-01', safe: true },
  getiteminfos: { family: 'sales_ws', version: '2017-08-07', safe: true },
  contactuseraboutitem: { family: 'sales_ws', version: '2011-02-02', safe: false },
  confirmpreorder: { family: 'sales_ws', version: '2013-01-09', safe: false },
  getavailableshippingtypes: { family: 'sales_ws', version: '2013-06-25', safe: true },
  genericimportfile: { family: 'stock_ws', version: '2015-02-02', safe: false },
  genericimportreport: { family: 'stock_ws', version: '2017-02-10', safe: true },
  export: { family: 'stock_ws', version: '2018-06-29', safe: true },
} as const

export type ActionName = keyof typeof ACTIONS

/** 6.3: metropolitan France as `acceptsale` wants it, not the ISO number 250. */
export const SHIPPING_FROM_FRANCE = '249'

/** 8.2, [C]: "handed over", where there is no number; `yes` is the other word seen. */
export const HANDED_OVER = 'Oui'

/** [C] 2.5: how `content` and `comment` are percent-encoded; one client sends UTF-8, as for every other parameter. */
export const FREE_TEXT_ENCODING: 'windows-1252' | 'utf-8' = 'windows-1252'

/** 9.1: longer comments are an error. */
export const COMMENT_LENGTH = 400

/** 12.1: the most units an advert is known to take. */
export const MOST_UNITS = 999

/** [C] 2.6: the quota is hourly; that it starts afresh with the hour of the clock is our assumption. */
export const quotaEndsAt = (now: number): string =>
  new Date((Math.floor(now / 3_600_000) + 1) * 3_600_000).toISOString()

/** 11.1: the words of all four web services that speak of an item's status. */
export const ITEM_STATUS: ReadonlyMap<string, ItemStatus> = new Map([
  ['TO_CONFIRM', 'to-decide'],
  ['REQUESTED', 'to-decide'],
  ['REMINDED', 'to-decide'],
  ['ACCEPTED', 'accepted'],
  ['COMMITTED', 'accepted'],
  ['PENDING', 'preorder'],
  ['PENDING_CLAIM', 'claim'],
  ['ON_HOLD', 'claim'],
  ['CLAIM', 'claim'],
  ['REFUSED', 'refused'],
  ['CANCELLED', 'cancelled'],
  ['CLOSED', 'closed'],
])
