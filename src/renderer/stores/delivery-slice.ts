import type { CarrierRow, DeliveryTable, TriedCode } from '../../preload/contract/delivery.ts'
import type { Api } from '../../preload/contract/index.ts'
import type { OrderResult } from '../../preload/contract/orders.ts'
import type { Reply, ReplyFault } from '../../preload/contract/reply.ts'
import type { Slice } from './app-store.ts'

export interface CodeToTry {
  readonly trackingNumber: string
  readonly carrierName: string
  readonly postcode: string
}

export interface DeliverySlice {
  readonly deliveryTable: DeliveryTable | null
  readonly carriers: readonly CarrierRow[]
  readonly defaultCarrier: string | null
  readonly deliveryProblem: ReplyFault | null
  /** When a choice was last kept, in milliseconds. */
  readonly deliverySavedAt: number | null
  loadDelivery(connectionId: number): Promise<void>
  /** The carriers alone, for the choices of an order's fix. */
  readCarriers(connectionId: number): Promise<Reply<{ readonly carriers: readonly CarrierRow[] }>>
  /** False when it was not kept; the reason has been said then. */
  mapMode(connectionId: number, mode: string, methodId: string | null): Promise<boolean>
  bringBack(connectionId: number, mode: string, held: number): Promise<readonly OrderResult[] | null>
  /** The job that brings orders back, while it runs. */
  readonly bringing: { readonly mode: string; readonly job: string; readonly total: number } | null
  changeCarriers(
    connectionId: number,
    change: Parameters<Api['connections']['change']>[0]['settings'],
  ): Promise<Reply<unknown>>
  tryCode(connectionId: number, code: CodeToTry): Promise<Reply<TriedCode>>
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

export const createDeliverySlice =
  (api: Api): Slice<DeliverySlice> =>
  (set, get) => {
    const load = async (connectionId: number): Promise<void> => {
      const [table, carriers] = await Promise.all([
        api.delivery.table({ connectionId }),
        api.delivery.carriers({ connectionId }),
      ])
      const refused = table.ok ? carriers : table
      set({
        deliveryProblem: refused.ok ? null : refused.fault,
        ...(table.ok && { deliveryTable: table.value }),
        ...(carriers.ok && { carriers: carriers.value.carriers, defaultCarrier: carriers.value.defaultCarrier }),
      })
    }
    return {
      deliveryTable: null,
      carriers: [],
      defaultCarrier: null,
      deliveryProblem: null,
      deliverySavedAt: null,
      bringing: null,
      loadDelivery: load,
      readCarriers: (connectionId) => api.delivery.carriers({ connectionId }),
      async mapMode(connectionId, mode, methodId) {
        const reply = await api.delivery.map({ connectionId, mode, methodId })
        if (!reply.ok) get().notify('problem', reply.fault.message)
        else set({ deliverySavedAt: Date.now() })
        await load(connectionId)
        return reply.ok
      },
      async bringBack(connectionId, mode, held) {
        const job = get().startJob(held)
        set({ bringing: { mode, job, total: held } })
        const reply = await api.delivery.bringBack({ connectionId, mode, job })
        get().endJob(job)
        set({ bringing: null })
        if (!reply.ok) get().notify('problem', reply.fault.message)
        await load(connectionId)
        return reply.ok ? reply.value : null
      },
      async changeCarriers(connectionId, change) {
        const reply = await get().changeConnection(connectionId, change === undefined ? {} : { settings: change })
        if (reply.ok) set({ deliverySavedAt: Date.now() })
        await load(connectionId)
        return reply
      },
      tryCode: (connectionId, { trackingNumber, carrierName, postcode }) =>
        api.delivery.tryCode({
          connectionId,
          trackingNumber: orNull(trackingNumber),
          carrierName: orNull(carrierName),
          trackingUrl: null,
          postcode: orNull(postcode),
          countryCode: null,
        }),
    }
  }
