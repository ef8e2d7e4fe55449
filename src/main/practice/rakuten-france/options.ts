import type { MemoryStore } from './memory.ts'
import type { AnswerStyle } from './wire/xml-writer.ts'

/** The families share a path and, we take it, an hourly quota (2.6). */
export type Family = 'sales_ws' | 'stock_ws' | 'wallet_ws'

/** Everything about the practice account that can differ from seller to seller, or that the spec leaves open. */
export interface PracticeOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number
  /** The clock to start from, in milliseconds; the account's own clock can be moved away from it. */
  readonly now?: () => number
  readonly login?: string
  readonly token?: string
  readonly sellerId?: string
  /** A private seller's account answers `InvalidUserRights` to stock and professional services. */
  readonly professional?: boolean
  /** Sales, adverts and report lines on one page. */
  readonly pageSize?: number
  /** Calls an hour, for each family or for one; unlimited unless set. */
  readonly hourlyQuota?: number | Partial<Record<Family, number>>
  /** Stock files an hour (2.6). */
  readonly stockFilesPerHour?: number
  /** From the upload of a stock file to its end, in milliseconds. */
  readonly importDuration?: number
  /** Purchase ids count up from here; item ids from the same number less 300 000 000. */
  readonly firstPurchaseId?: number
  /** Whether a transporter that is not in Rakuten's list is refused (unknown in truth, 15.2). */
  readonly transporters?: 'strict' | 'tolerant'
  /** Transporter names that are listed but refused all the same. */
  readonly withdrawnTransporters?: readonly string[]
  /** Whether a listed carrier needs a link as well: two sources say no, the guides of an aggregator say yes (8.2). */
  readonly trackingLink?: 'required' | 'optional'
  /** Whether the good items of a half-bad shipping file are kept (unknown, 8.2). */
  readonly shippingFile?: 'keep-good' | 'all-or-nothing'
  /** Whether `settrackingpackageinfos` may replace a tracking number already told (unknown, 16). */
  readonly trackingChange?: 'refused' | 'accepted'
  /** Whether `settrackingpackageinfos` sets the shipped flag (unknown, 16). */
  readonly singleTrackingShips?: boolean
  /** Whether a purchase takes units off the advert's stock, and an unsold item gives them back (unknown, 12.7). */
  readonly stockFollowsSales?: boolean
  /** What `getnewsales` tells about the buyer: all, all but e-mail and telephone, or nothing (6.1). */
  readonly buyerInNewSales?: 'whole' | 'without-contact' | 'none'
  /** Whether a purchase that the buyer cancelled as a whole stays in `getnewsales`, marked CANCELLED. */
  readonly cancelledStayInNewSales?: boolean
  /** Whether every item comes in a `sale` element of its own, with the same purchase id (section 5). */
  readonly splitSales?: boolean
  /** The HTTP status of an `errorresponse` (unknown, 2.7). */
  readonly errorStatus?: number
  /** The message of the `Unknown error` for purchases unknown or not confirmed; outages share type and code (3.2). */
  readonly unknownErrorMessage?: string
  /** What has happened outlives the process there; forgotten unless set. */
  readonly memory?: MemoryStore
  readonly customModes?: readonly { readonly alias: string; readonly label: string }[]
  /** How answers are written; can be changed later through `account.style`. */
  readonly style?: Partial<AnswerStyle>
}

export type Settings = Required<
  Omit<PracticeOptions, 'now' | 'style' | 'port' | 'token' | 'withdrawnTransporters' | 'memory'>
>

export const withDefaults = (options: PracticeOptions): Settings => ({
  login: options.login ?? 'boutique-demo',
  sellerId: options.sellerId ?? '90000001',
  professional: options.professional ?? true,
  pageSize: options.pageSize ?? 50,
  hourlyQuota: options.hourlyQuota ?? Number.POSITIVE_INFINITY,
  stockFilesPerHour: options.stockFilesPerHour ?? 10,
  importDuration: options.importDuration ?? 130_000,
  firstPurchaseId: options.firstPurchaseId ?? 800_000_101,
  transporters: options.transporters ?? 'strict',
  trackingLink: options.trackingLink ?? 'required',
  shippingFile: options.shippingFile ?? 'keep-good',
  trackingChange: options.trackingChange ?? 'refused',
  singleTrackingShips: options.singleTrackingShips ?? true,
  stockFollowsSales: options.stockFollowsSales ?? false,
  buyerInNewSales: options.buyerInNewSales ?? 'whole',
  cancelledStayInNewSales: options.cancelledStayInNewSales ?? false,
  splitSales: options.splitSales ?? false,
  errorStatus: options.errorStatus ?? 200,
  unknownErrorMessage: options.unknownErrorMessage ?? 'Unknown error',
  customModes: options.customModes ?? [],
})
