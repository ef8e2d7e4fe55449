import { createStore, type StateCreator, type StoreApi } from 'zustand'
import type { Api } from '../../preload/contract/index.ts'
import { type ActivitySlice, createActivitySlice } from './activity-slice.ts'
import { type ActsSlice, createActsSlice } from './acts-slice.ts'
import { type BackOfficesSlice, createBackOfficesSlice } from './back-offices-slice.ts'
import { type BackupsSlice, createBackupsSlice } from './backups-slice.ts'
import { type ChecksSlice, createChecksSlice } from './checks-slice.ts'
import { type ConnectionsSlice, createConnectionsSlice } from './connections-slice.ts'
import { createDeliverySlice, type DeliverySlice } from './delivery-slice.ts'
import { createJobsSlice, type JobsSlice } from './jobs-slice.ts'
import { createNavigationSlice, type NavigationSlice } from './navigation-slice.ts'
import { createNoticesSlice, type NoticesSlice } from './notices-slice.ts'
import { createOfficeOrdersSlice, type OfficeOrdersSlice } from './office-orders-slice.ts'
import { createOrderSlice, type OrderSlice } from './order-slice.ts'
import { createOrderViewsSlice, type OrderViewsSlice } from './order-views-slice.ts'
import { createOrdersSlice, type OrdersSlice } from './orders-slice.ts'
import { createPrivacySlice, type PrivacySlice } from './privacy-slice.ts'
import { createProductsSlice, type ProductsSlice } from './products-slice.ts'
import { createSessionSlice, type SessionSlice } from './session-slice.ts'
import { createStockSlice, type StockSlice } from './stock-slice.ts'
import { createSyncSlice, type SyncSlice } from './sync-slice.ts'
import { createTicksSlice, type TicksSlice } from './ticks-slice.ts'

/** What the window knows: filters, selection, last answers. The database holds the rest. */
export type AppState = ActivitySlice &
  ActsSlice &
  BackOfficesSlice &
  BackupsSlice &
  ChecksSlice &
  ConnectionsSlice &
  DeliverySlice &
  JobsSlice &
  NavigationSlice &
  NoticesSlice &
  OfficeOrdersSlice &
  OrderSlice &
  OrderViewsSlice &
  OrdersSlice &
  PrivacySlice &
  ProductsSlice &
  SessionSlice &
  StockSlice &
  SyncSlice &
  TicksSlice

export type Slice<S> = StateCreator<AppState, [], [], S>
export type AppStore = StoreApi<AppState>

export const createAppStore = (api: Api): AppStore =>
  createStore<AppState>()((...a) => ({
    ...createActivitySlice(api)(...a),
    ...createActsSlice(api)(...a),
    ...createBackOfficesSlice(api)(...a),
    ...createBackupsSlice(api)(...a),
    ...createChecksSlice(api)(...a),
    ...createConnectionsSlice(api)(...a),
    ...createDeliverySlice(api)(...a),
    ...createJobsSlice(api)(...a),
    ...createNavigationSlice(...a),
    ...createNoticesSlice(...a),
    ...createOfficeOrdersSlice(api)(...a),
    ...createOrderSlice(api)(...a),
    ...createOrderViewsSlice(api)(...a),
    ...createOrdersSlice(api)(...a),
    ...createPrivacySlice(api)(...a),
    ...createProductsSlice(api)(...a),
    ...createSessionSlice(api)(...a),
    ...createStockSlice(api)(...a),
    ...createSyncSlice(api)(...a),
    ...createTicksSlice(api)(...a),
  }))
