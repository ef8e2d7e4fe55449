import { readAppSettings } from './app-settings.ts'
import type { AnswerNeeds } from './needs.ts'
import { toCounts } from './orders-handlers.ts'
import { toSyncState } from './sync-handlers.ts'

export type News = ReturnType<typeof createNews>

/** What the window is told unasked; `navette.ts` calls the same after a cycle. */
export const createNews = (needs: Pick<AnswerNeeds, 'announce' | 'repositories' | 'scheduler'>) => {
  const { announce, repositories } = needs
  const syncState = (): void => announce({ name: 'sync-state', value: toSyncState(needs) })
  const counts = (): void => announce({ name: 'counts', value: toCounts(repositories.orders.counts()) })

  return {
    syncState,
    /** Null: more than one can name. */
    ordersChanged(ids: readonly number[] | null): void {
      announce({ name: 'orders-changed', value: { ids } })
      counts()
      syncState()
    },
    connectionsChanged(ids: readonly number[] | null): void {
      announce({ name: 'connections-changed', value: { ids } })
      syncState()
    },
    /** What a cycle changes about connections: their last run, their problem. The scheduler tells the state by itself. */
    cycleEnded: (): void => announce({ name: 'connections-changed', value: { ids: null } }),
    stockChanged: (connectionId: number): void => announce({ name: 'stock-changed', value: { connectionId } }),
    settingsChanged: (): void => announce({ name: 'settings-changed', value: readAppSettings(repositories.settings) }),
  }
}
