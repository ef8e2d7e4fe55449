import { activityContract } from './activity.ts'
import { appContract } from './app.ts'
import { backOfficesContract } from './back-offices.ts'
import { backupsContract } from './backups.ts'
import { connectionsContract } from './connections.ts'
import { deliveryContract } from './delivery.ts'
import type { Area, Handlers, Questions } from './endpoint.ts'
import type { EventName, EventValue } from './events.ts'
import { jobsContract } from './jobs.ts'
import { officeOrdersContract } from './office-orders.ts'
import { ordersContract } from './orders.ts'
import { privacyContract } from './privacy.ts'
import { problemsContract } from './problems.ts'
import { productsContract } from './products.ts'
import { settingsContract } from './settings.ts'
import { stockContract } from './stock.ts'
import { syncContract } from './sync.ts'

/** Every question that may cross between the window and the program. */
export const contract = {
  orders: ordersContract,
  problems: problemsContract,
  connections: connectionsContract,
  backOffices: backOfficesContract,
  delivery: deliveryContract,
  stock: stockContract,
  products: productsContract,
  officeOrders: officeOrdersContract,
  sync: syncContract,
  activity: activityContract,
  settings: settingsContract,
  privacy: privacyContract,
  backups: backupsContract,
  app: appContract,
  jobs: jobsContract,
} satisfies Readonly<Record<string, Area>>

export type Contract = typeof contract

/** What main implements. */
export type Answers = { readonly [A in keyof Contract]: Handlers<Contract[A]> }

/** What the window finds as `window.api`, whichever host it is in. */
export type Api = { readonly [A in keyof Contract]: Questions<Contract[A]> } & {
  /** Returns a function that stops listening. */
  on<N extends EventName>(name: N, listener: (value: EventValue<N>) => void): () => void
}
