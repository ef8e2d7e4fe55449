import type { Answers } from '../../preload/contract/index.ts'
import { createActivityHandlers } from './activity-handlers.ts'
import { createAppHandlers } from './app-handlers.ts'
import { createBackOfficesHandlers } from './back-offices-handlers.ts'
import { createBackupsHandlers } from './backups-handlers.ts'
import { createConnectionsHandlers } from './connections-handlers.ts'
import { createDeliveryHandlers } from './delivery-handlers.ts'
import { createDeliveryMethods } from './delivery-methods.ts'
import { createJobs } from './jobs.ts'
import type { AnswerNeeds } from './needs.ts'
import { createNews, type News } from './news.ts'
import { createOfficeOrdersHandlers } from './office-orders-handlers.ts'
import { createOfficeProducts } from './office-products.ts'
import { createOrdersHandlers } from './orders-handlers.ts'
import { createPrivacyHandlers } from './privacy-handlers.ts'
import { createProblemsHandlers } from './problems-handlers.ts'
import { createProductsHandlers } from './products-handlers.ts'
import { createSettingsHandlers } from './settings-handlers.ts'
import { createStockHandlers } from './stock-handlers.ts'
import { createSyncHandlers } from './sync-handlers.ts'

export interface AnswersAndNews {
  readonly answers: Answers
  /** For what changes without being asked: after a cycle, when the scheduler's state moves. */
  readonly news: News
}

/** Everything the contract asks for, host-free. */
export const createAnswers = (navette: AnswerNeeds): AnswersAndNews => {
  const news = createNews(navette)
  const jobs = createJobs(navette.announce)
  const methods = createDeliveryMethods(navette)
  const needs = { ...navette, news, jobs, methods, products: createOfficeProducts(navette) }
  const answers: Answers = {
    orders: createOrdersHandlers(needs),
    problems: createProblemsHandlers(needs),
    connections: createConnectionsHandlers(needs),
    backOffices: createBackOfficesHandlers(needs),
    delivery: createDeliveryHandlers(needs),
    stock: createStockHandlers(needs),
    products: createProductsHandlers(needs),
    officeOrders: createOfficeOrdersHandlers(needs),
    sync: createSyncHandlers(needs),
    activity: createActivityHandlers(needs),
    settings: createSettingsHandlers(needs),
    privacy: createPrivacyHandlers(needs),
    backups: createBackupsHandlers(navette.backups),
    app: createAppHandlers(needs),
    jobs: jobs.handlers,
  }
  return { answers, news }
}
