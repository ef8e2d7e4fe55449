import { z } from 'zod'
import type { Records } from '../connectors/sockets/ports.ts'
import { type DeliveryMethod, METHOD_ROLES } from '../domain/delivery-mode.ts'
import { isFault } from '../domain/fault.ts'
import { type Corridor, minutes, present } from './corridor.ts'

const KEY = 'delivery-methods'
/** Methods change when a seller edits the shop: once an hour is soon enough, and an idle cycle asks nothing. */
const KEPT_FOR = minutes(60)

const Kept = z.object({
  backOfficeId: z.number(),
  readAt: z.string(),
  methods: z.array(z.object({ id: z.string(), title: z.string(), serves: z.array(z.enum(METHOD_ROLES)) })),
})

/** The methods of the connection's back office, as read within the hour; older ones when it does not answer; null when never read. */
export const deliveryMethods = async (corridor: Corridor): Promise<readonly DeliveryMethod[] | null> => {
  const { connection, memory, time } = corridor
  const kept = memory.read(KEY, Kept)
  const known = kept?.backOfficeId === connection.backOfficeId ? kept : null
  if (known !== null && time.now() - Date.parse(known.readAt) < KEPT_FOR) return known.methods
  try {
    const methods = await present(corridor).backOffice.listMethods()
    memory.save(KEY, { backOfficeId: connection.backOfficeId, readAt: time.nowIso(), methods })
    return methods
  } catch (error) {
    if (!isFault(error)) throw error
    corridor.log.warn('The delivery methods could not be read', { kind: error.kind })
    return known?.methods ?? null
  }
}

/** What a method was called there when its methods were last read; its id where that is not known. */
export const methodTitle = (memory: Pick<Records, 'read'>, backOfficeId: number | null, id: string): string => {
  const kept = memory.read(KEY, Kept)
  const known = kept?.backOfficeId === backOfficeId ? kept.methods.find((method) => method.id === id) : undefined
  return known?.title ?? id
}
