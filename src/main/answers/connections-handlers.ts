import type { ConnectionView } from '../../preload/contract/connection-views.ts'
import type { connectionsContract } from '../../preload/contract/connections.ts'
import type { Handlers } from '../../preload/contract/endpoint.ts'
import type { Connection } from '../domain/connection.ts'
import { parisDay } from '../domain/paris-time.ts'
import { readAliases, toAliasesCsv } from './aliases-csv.ts'
import { fromBase64 } from './base64.ts'
import { createConnectDraft } from './connect-draft.ts'
import { toConnectionView, toMarketplaceView } from './connection-view.ts'
import type { AnswerNeeds } from './needs.ts'
import type { News } from './news.ts'
import { toSkuMatch } from './sku-match.ts'
import { testBothSides } from './test-both-sides.ts'

type Needs = Pick<AnswerNeeds, 'accounts' | 'repositories' | 'engine' | 'scheduler' | 'clock' | 'thisPc' | 'log'> & {
  readonly news: News
}

export const createConnectionsHandlers = (needs: Needs): Handlers<typeof connectionsContract> => {
  const { accounts, repositories, engine, scheduler, clock, thisPc, log, news } = needs
  const { connections, removing } = accounts
  const draft = createConnectDraft(needs)

  const told = (connection: Connection): Promise<ConnectionView> => {
    news.connectionsChanged([connection.id])
    return toConnectionView(needs, connection)
  }
  /** Its first cycle runs while the window goes on. */
  const start = (id: number): Connection => {
    const connection = connections.resume(id)
    scheduler
      .syncNow({ connectionId: id })
      .then(() => news.ordersChanged(null))
      .catch((error: unknown) => log.error('The first cycle failed', { error }))
    return connection
  }

  return {
    marketplaces: () => accounts.registry.marketplaces.map(toMarketplaceView),
    list: () => Promise.all(repositories.connections.list().map((connection) => toConnectionView(needs, connection))),
    check: ({ marketplace, values }) => connections.check(marketplace, values),
    add: async (account) => told(await connections.add({ ...account, paused: true })),
    startPractice: async (wish) => {
      const connection = await accounts.startPractice(wish)
      if (accounts.isThisPc(connection.backOfficeId)) {
        const marketplace = await accounts.openMarketplace(connection)
        thisPc(connection.backOfficeId).products.startFromInventory(await marketplace.readInventory())
      }
      return told(start(connection.id))
    },
    activate: ({ id }) => {
      draft.dropFor(id)
      return told(start(id))
    },
    change: ({ id, ...change }) => told(connections.change(id, change)),
    pause: ({ id }) => told(connections.pause(id)),
    resume: ({ id }) => {
      const connection = connections.get(id)
      // Whoever resumes a connection that was to go keeps it, for purchases from today on.
      if (removing.isFinishing(id)) removing.keep(connection, parisDay(clock.nowIso()))
      return told(start(id))
    },
    newSecret: async ({ id, values }) => {
      const outcome = await connections.newSecret(id, values)
      if (outcome.kept) await told(connections.get(id))
      return outcome
    },
    remove: async ({ id, openOrders }) => {
      const connection = connections.get(id)
      if (openOrders === 'hand-over') removing.handOver(connection)
      const outcome = await removing.remove(connection)
      news.connectionsChanged([id])
      news.ordersChanged(null)
      return outcome
    },
    test: async ({ id }) => {
      const checks = await testBothSides(accounts, connections.get(id))
      news.connectionsChanged([id])
      return checks
    },
    backlog: ({ id }) => engine.listBacklog(id),
    matchSkus: async ({ id, skuSource }) => {
      const connection = connections.get(id)
      const { backOfficeId, settings } = connection
      const marketplace = await accounts.openMarketplace(connection)
      const backOffice = await accounts.openBackOffice(backOfficeId, skuSource ?? settings.skuSource)
      return toSkuMatch(await marketplace.readInventory(), await backOffice.readStock(), settings)
    },
    exportAliases: ({ id }) => toAliasesCsv(connections.get(id).settings.skuAliases),
    importAliases: async ({ id, file }) => {
      const read = readAliases(fromBase64(file))
      if (!read.ok) return { imported: 0, errors: read.errors }
      const { skuAliases } = connections.get(id).settings
      await told(connections.change(id, { settings: { skuAliases: { ...skuAliases, ...read.aliases } } }))
      return { imported: Object.keys(read.aliases).length, errors: [] }
    },
    sendTestOrder: ({ id }) => accounts.testOrders.send(connections.get(id)),
    testOrder: ({ id }) => accounts.testOrders.look(connections.get(id)),
    draft: () => draft.read(),
    saveDraft: (next) => draft.save(next),
  }
}
