import type { DeliveryMethod } from '../domain/delivery-mode.ts'
import { isFault } from '../domain/fault.ts'
import type { AnswerNeeds } from './needs.ts'

/** Soon enough for a table that is looked at, and no call for every key that is pressed there. */
const KEPT_FOR = 60_000

export interface KnownMethods {
  readonly methods: readonly DeliveryMethod[]
  /** Why they could not be read just now. */
  readonly problem: string | null
}

export type DeliveryMethods = ReturnType<typeof createDeliveryMethods>

/** The methods of back offices, for the tables that map to them. */
export const createDeliveryMethods = ({ accounts, clock }: Pick<AnswerNeeds, 'accounts' | 'clock'>) => {
  const kept = new Map<number, { readonly at: number; readonly methods: readonly DeliveryMethod[] }>()

  const read = async (backOfficeId: number): Promise<readonly DeliveryMethod[]> => {
    const known = kept.get(backOfficeId)
    if (known !== undefined && clock.now() - known.at < KEPT_FOR) return known.methods
    const methods = await (await accounts.openBackOffice(backOfficeId, 'sku')).listMethods()
    kept.set(backOfficeId, { at: clock.now(), methods })
    return methods
  }
  return {
    read,
    /** The last known ones where they cannot be read. */
    async readOrRecall(backOfficeId: number): Promise<KnownMethods> {
      try {
        return { methods: await read(backOfficeId), problem: null }
      } catch (error) {
        if (!isFault(error)) throw error
        return { methods: kept.get(backOfficeId)?.methods ?? [], problem: error.message }
      }
    },
  }
}
