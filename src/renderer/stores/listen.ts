import type { Api } from '../../preload/contract/index.ts'
import type { AppStore } from './app-store.ts'
import { builtInOffice } from './back-offices-slice.ts'
import { chosenConnection } from './connections-slice.ts'

/** Runs one at a time; calls that come meanwhile are one more run after it. */
const oneAtATime = (run: () => Promise<unknown>): (() => void) => {
  let running = false
  let again = false
  const start = async (): Promise<void> => {
    if (running) {
      again = true
      return
    }
    running = true
    try {
      do {
        again = false
        await run()
      } while (again)
    } finally {
      running = false
    }
  }
  return () => void start()
}

/** Keeps what is on screen true: events say what changed, the window asks again. Returns a function that stops it. */
export const listenToEvents = (api: Api, store: AppStore): (() => void) => {
  const { getState } = store
  const ordersChanged = oneAtATime(async () => {
    const { screen, officeOrderFilter, loadOfficeOrders } = getState()
    const office = builtInOffice(getState())
    await Promise.all([
      getState().reloadOrders(),
      getState().reloadOrder(),
      getState().loadProblems(),
      screen === 'products' && office !== null && loadOfficeOrders(office.id, officeOrderFilter),
    ])
  })
  // Also after every cycle, which is what *Activity* shows.
  const connectionsChanged = oneAtATime(() =>
    Promise.all([
      getState().loadConnections(),
      getState().loadBackOffices(),
      getState().loadProblems(),
      getState().loadSync(),
      getState().screen === 'activity' && getState().loadActivity(),
    ]),
  )
  const stockChanged = oneAtATime(async () => {
    const connection = chosenConnection(getState())
    if (getState().screen === 'stock' && connection !== null) await getState().loadStock(connection.id)
  })

  const stops = [
    api.on('orders-changed', ordersChanged),
    api.on('connections-changed', connectionsChanged),
    api.on('stock-changed', ({ connectionId }) => {
      if (connectionId === chosenConnection(getState())?.id) stockChanged()
    }),
    api.on('sync-state', (sync) => getState().keepSync(sync)),
    api.on('counts', (counts) => getState().keepCounts(counts)),
    api.on('progress', (progress) => getState().noteProgress(progress)),
    api.on('settings-changed', (settings) => getState().keepSettings(settings)),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
