import { z } from 'zod'
import type { Connection } from '../domain/connection.ts'
import { isIn, moveOrder, OPEN_STATUSES } from '../domain/order.ts'
import { marketplaceOf } from './definitions.ts'
import { secretFields } from './field-values.ts'
import { removeSecrets } from './kept-secrets.ts'
import type { AccountNeeds } from './needs.ts'

const FINISHING = 'finishing-connections'
const Ids = z.array(z.int())

/** No purchase is that young: nothing new comes in any more. */
const NEVER = '9999-12-31'

export type Removing = ReturnType<typeof createRemoving>

/** Takes connections away. Their orders stay until they are erased. */
export const createRemoving = ({ repositories, registry, secrets, secretNames, clock }: AccountNeeds) => {
  const { connections, orders, problems, settings, timeline } = repositories
  const finishing = (): readonly number[] => settings.read(FINISHING, (value) => Ids.parse(value)) ?? []

  /** Orders that still need the account; those handled manually do not. */
  const openOrders = (connectionId: number): number =>
    orders.openReferences(connectionId).filter(({ status }) => status !== 'manual').length

  /** Secrets first: a keychain that cannot be asked leaves everything as it was. */
  const removeNow = async ({ id, marketplace }: Connection): Promise<void> => {
    const fields = secretFields(marketplaceOf(registry, marketplace).fields)
    await removeSecrets(secrets, (field) => secretNames.ofConnection(id, field), fields)
    repositories.together(() => {
      connections.remove(id, clock.nowIso())
      problems.clear({ connectionId: id })
      settings.save(
        FINISHING,
        finishing().filter((other) => other !== id),
      )
    })
  }
  const finish = (connection: Connection): void => {
    const { id } = connection
    repositories.together(() => {
      const calm = { ...connection.settings, importFrom: NEVER, stockUpdates: false }
      connections.save({ ...connection, settings: calm })
      settings.save(FINISHING, [...new Set([...finishing(), id])])
    })
  }

  return {
    openOrders,

    /**
     * Every open order becomes the seller's own. Needs neither side: a connection is handed over just because its token is lost. A step that
     * works on one of them right now finds it changed and leaves it.
     */
    handOver({ id }: Connection): void {
      const at = clock.nowIso()
      for (const open of orders.openReferences(id)) {
        const order = orders.get(open.id)
        if (order === null || !isIn(order, ...OPEN_STATUSES)) continue
        repositories.together(() => {
          orders.save(moveOrder(order, 'manual', { manualSince: at }))
          problems.clear({ orderId: order.id })
          timeline.add(order.id, { at, actor: 'seller', what: 'manual', detail: { from: order.status } })
        })
      }
    },

    isFinishing: (connectionId: number): boolean => finishing().includes(connectionId),

    /** Gone at once when no order is open; otherwise nothing new comes in, and it goes once the open ones have ended. */
    async remove(connection: Connection): Promise<{ readonly removed: boolean; readonly openOrders: number }> {
      const open = openOrders(connection.id)
      if (open === 0) await removeNow(connection)
      else finish(connection)
      return { removed: open === 0, openOrders: open }
    },

    /** After each cycle: takes away what has finished its orders. */
    async removeFinished(): Promise<void> {
      for (const connection of connections.list()) {
        if (finishing().includes(connection.id) && openOrders(connection.id) === 0) await removeNow(connection)
      }
    },

    /** The seller thought better of it: it goes on as before, from that day on. */
    keep(connection: Connection, importFrom: string | null): void {
      repositories.together(() => {
        connections.save({ ...connection, settings: { ...connection.settings, importFrom } })
        settings.save(
          FINISHING,
          finishing().filter((other) => other !== connection.id),
        )
      })
    },
  }
}
