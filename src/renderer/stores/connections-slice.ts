import type {
  ConnectionView,
  MarketplaceView,
  SettingsChange,
  TestOrderView,
} from '../../preload/contract/connection-views.ts'
import type { Api } from '../../preload/contract/index.ts'
import type { Reply, ReplyFault } from '../../preload/contract/reply.ts'
import type { CsvError, FileView } from '../../preload/contract/shapes.ts'
import type { Slice } from './app-store.ts'
import { newestAnswer } from './newest-answer.ts'

export interface NewConnection {
  readonly marketplace: string
  readonly label: string
  /** Secrets among them: they are handed on and kept nowhere in the window. */
  readonly values: Readonly<Record<string, string>>
  readonly backOfficeId: number
  readonly settings: SettingsChange
}

export interface ConnectionsSlice {
  /** Null until they were read once. */
  readonly connections: readonly ConnectionView[] | null
  readonly marketplaces: readonly MarketplaceView[]
  readonly connectionsProblem: ReplyFault | null
  /** The connection that *Stock* and *Delivery* are about; null: the first one. */
  readonly connectionId: number | null
  chooseConnection(id: number): void
  loadConnections(): Promise<void>
  loadMarketplaces(): Promise<void>
  /** Kept and started. The reply names the field that is wrong. */
  addConnection(wanted: NewConnection): Promise<Reply<ConnectionView>>
  startPractice(backOfficeId: number | null, intoRealShop: boolean): Promise<Reply<ConnectionView>>
  pauseConnection(id: number): Promise<void>
  resumeConnection(id: number): Promise<void>
  changeConnection(
    id: number,
    change: { readonly label?: string; readonly backOfficeId?: number; readonly settings?: SettingsChange },
  ): Promise<Reply<ConnectionView>>
  removeConnection(id: number, openOrders: 'finish' | 'hand-over'): Promise<Reply<{ readonly removed: boolean }>>
  /** Sends one, or looks at the one under way. */
  sendTestOrder(id: number): Promise<Reply<TestOrderView>>
  /** Null when none was sent. */
  lookAtTestOrder(id: number): Promise<Reply<TestOrderView | null>>
  exportAliases(id: number): Promise<FileView | null>
  /** The file in base64. */
  importAliases(
    id: number,
    file: string,
  ): Promise<Reply<{ readonly imported: number; readonly errors: readonly CsvError[] }>>
}

export const createConnectionsSlice =
  (api: Api): Slice<ConnectionsSlice> =>
  (set, get) => {
    const keep = (reply: Reply<ConnectionView>): Reply<ConnectionView> => {
      if (reply.ok)
        set(({ connections }) => {
          const known = connections ?? []
          const isKnown = known.some(({ id }) => id === reply.value.id)
          const changed = known.map((one) => (one.id === reply.value.id ? reply.value : one))
          return { connections: isKnown ? changed : [...known, reply.value] }
        })
      return reply
    }
    const keepOrSay = (reply: Reply<ConnectionView>): void => {
      if (!keep(reply).ok && !reply.ok) get().notify('problem', reply.fault.message)
    }

    return {
      connections: null,
      marketplaces: [],
      connectionsProblem: null,
      connectionId: null,
      chooseConnection: (connectionId) => set({ connectionId }),
      loadConnections: newestAnswer(
        () => api.connections.list(),
        (reply) =>
          set(reply.ok ? { connections: reply.value, connectionsProblem: null } : { connectionsProblem: reply.fault }),
      ),
      async loadMarketplaces() {
        const reply = await api.connections.marketplaces()
        if (reply.ok) set({ marketplaces: reply.value })
        else get().notify('problem', reply.fault.message)
      },
      async addConnection(wanted) {
        const added = keep(await api.connections.add(wanted))
        return added.ok ? keep(await api.connections.activate({ id: added.value.id })) : added
      },
      startPractice: async (backOfficeId, intoRealShop) => {
        const started = keep(await api.connections.startPractice({ backOfficeId, intoRealShop }))
        await get().loadBackOffices()
        return started
      },
      pauseConnection: async (id) => keepOrSay(await api.connections.pause({ id })),
      resumeConnection: async (id) => keepOrSay(await api.connections.resume({ id })),
      changeConnection: async (id, change) => keep(await api.connections.change({ id, ...change })),
      async removeConnection(id, openOrders) {
        const reply = await api.connections.remove({ id, openOrders })
        if (reply.ok) await Promise.all([get().loadConnections(), get().loadBackOffices()])
        return reply
      },
      sendTestOrder: (id) => api.connections.sendTestOrder({ id }),
      lookAtTestOrder: (id) => api.connections.testOrder({ id }),
      async exportAliases(id) {
        const reply = await api.connections.exportAliases({ id })
        if (reply.ok) return reply.value
        get().notify('problem', reply.fault.message)
        return null
      },
      async importAliases(id, file) {
        const reply = await api.connections.importAliases({ id, file })
        if (reply.ok) await get().loadConnections()
        return reply
      },
    }
  }

/** The one that *Stock* and *Delivery* show. */
export const chosenConnection = ({
  connections,
  connectionId,
}: Pick<ConnectionsSlice, 'connections' | 'connectionId'>): ConnectionView | null =>
  connections?.find(({ id }) => id === connectionId) ?? connections?.[0] ?? null

const NONE: readonly ConnectionView[] = []

/** Those that were read; none before that. The same value every time, so that nothing renders for it. */
export const knownConnections = ({ connections }: Pick<ConnectionsSlice, 'connections'>): readonly ConnectionView[] =>
  connections ?? NONE
