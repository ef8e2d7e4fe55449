import type { deliveryContract } from '../../preload/contract/delivery.ts'
import type { Handlers } from '../../preload/contract/endpoint.ts'
import type { OrderResult } from '../../preload/contract/orders.ts'
import { isSameMode } from '../domain/delivery-mode.ts'
import { toCarrierRows } from './carrier-rows.ts'
import type { DeliveryMethods } from './delivery-methods.ts'
import { toModeRows } from './delivery-table.ts'
import type { Jobs } from './jobs.ts'
import type { AnswerNeeds } from './needs.ts'
import type { News } from './news.ts'
import { toTriedCode } from './tried-code.ts'

type Needs = Pick<AnswerNeeds, 'accounts' | 'repositories' | 'engine' | 'carriers' | 'clock'> & {
  readonly methods: DeliveryMethods
  readonly jobs: Jobs
  readonly news: News
}

export const createDeliveryHandlers = (needs: Needs): Handlers<typeof deliveryContract> => {
  const { accounts, repositories, engine, carriers, clock, methods, jobs, news } = needs
  const { connections } = accounts

  /** However the mode is spelled in the orders: with other accents, case or blanks it is the same one. */
  const heldIn = (connectionId: number, mode: string): readonly number[] =>
    repositories.orders
      .byMode(connectionId, clock.nowIso())
      .filter(({ deliveryMode }) => isSameMode(deliveryMode, mode))
      .flatMap(({ deliveryMode }) => repositories.orders.heldByMode(connectionId, deliveryMode, clock.nowIso()))

  return {
    table: async ({ connectionId }) => {
      const { backOfficeId, settings } = connections.get(connectionId)
      const known = await methods.readOrRecall(backOfficeId)
      const figures = repositories.orders.byMode(connectionId, clock.nowIso())
      return {
        modes: toModeRows(settings.deliveryModes, known.methods, figures),
        methods: known.methods,
        methodsProblem: known.problem,
      }
    },
    map: ({ connectionId, mode, methodId }) => {
      const { deliveryModes } = connections.get(connectionId).settings
      const others = Object.entries(deliveryModes).filter(([label]) => !isSameMode(label, mode))
      connections.change(connectionId, {
        settings: { deliveryModes: { ...Object.fromEntries(others), [mode]: methodId } },
      })
      news.connectionsChanged([connectionId])
      return { heldOrders: methodId === null ? 0 : heldIn(connectionId, mode).length }
    },
    bringBack: ({ connectionId, mode, job }) =>
      jobs.run(job, async ({ signal, onProgress }) => {
        const held = heldIn(connectionId, mode)
        const results: OrderResult[] = []
        for (const orderId of held) {
          if (signal.aborted) break
          results.push({ ...(await engine.act(orderId, { action: 'reconsider' })), orderId })
          onProgress({ doing: 'reconsider', done: results.length, total: held.length })
        }
        news.ordersChanged(held)
        return results
      }),
    carriers: ({ connectionId }) => {
      const connection = connections.get(connectionId)
      const words = accounts.carrierWordsOf(connection)
      const { settings } = connection
      return { carriers: toCarrierRows(carriers, settings, words), defaultCarrier: settings.defaultCarrier }
    },
    tryCode: ({ connectionId, ...asked }) => {
      const connection = connections.get(connectionId)
      return toTriedCode(asked, connection.settings, carriers, accounts.carrierWordsOf(connection))
    },
  }
}
