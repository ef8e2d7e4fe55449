import type {
  OfficeCancelOutcome,
  OfficeOrder,
  OrderKey,
  OrderToPlace,
  PlacedOrder,
  Preview,
} from '../sockets/back-office.ts'
import type { Check } from '../sockets/definition.ts'
import type { OrderThere } from './order-there.ts'

/**
 * What the back office does, each either over its interface (`http-*.ts`) or with files (`file-*.ts`): a template may mix them, so that none
 * knows of the others. All throw a `Fault` of the socket's kind; a doubtful answer is never an empty list.
 */
export interface CreateOrder {
  /** Never looks up first. Read back where the other side can be read. */
  place(order: OrderToPlace): Promise<PlacedOrder>
  /** Every order there that bears this reference. */
  find(reference: string): Promise<readonly OfficeOrder[]>
  /** What would go out. */
  preview(order: OrderToPlace): Promise<Preview>
}

export interface ReadOrders {
  /** By `backOfficeRef`; one that is not among them was not told of, and counts as open. */
  read(orders: readonly OrderKey[]): Promise<ReadonlyMap<string, Told>>
  /** What came in last, and how it was read. */
  preview(): Promise<Preview>
}

/** `gone`: the other side says that there is no such order; `why` in its words, for the timeline. */
export type Told = OrderThere | { readonly gone: true; readonly why: string | null }

export interface CancelOrder {
  cancel(order: OrderKey, reason: string): Promise<OfficeCancelOutcome>
  preview(order: OrderToPlace): Promise<Preview>
}

export interface ReadStock {
  read(): Promise<readonly StockThere[]>
  preview(): Promise<Preview>
}

export interface StockThere {
  readonly sku: string
  readonly quantity: number
  readonly title: string
}

/** One way of exchanging: what it can be asked, and the checks of the form it lives by. */
export interface Channel {
  readonly createOrder: CreateOrder | null
  readonly readOrders: ReadOrders | null
  readonly cancelOrder: CancelOrder | null
  readonly readStock: ReadStock | null
  readonly answers: Answers | null
  check(): Promise<readonly Check[]>
}

/** What the other side says of new orders by itself, apart from their state. */
export interface Answers {
  /** Those that it did not take, by `backOfficeRef`. */
  refused(orders: readonly OrderKey[]): Promise<ReadonlyMap<string, Told>>
  /** What lay there unreadable at the last look: by its path, why. */
  unread(): ReadonlyMap<string, string>
}
