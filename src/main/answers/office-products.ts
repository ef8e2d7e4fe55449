import type { OfficeStock } from '../connectors/sockets/back-office.ts'
import type { AnswerNeeds } from './needs.ts'

/** While somebody types, the catalogue is read once. */
const KEPT_FOR = 5 * 60_000

export type OfficeProducts = ReturnType<typeof createOfficeProducts>

/** The products of back offices, for choosing one. */
export const createOfficeProducts = ({ accounts, clock }: Pick<AnswerNeeds, 'accounts' | 'clock'>) => {
  const kept = new Map<string, { readonly at: number; readonly products: readonly OfficeStock[] }>()
  return {
    async read(backOfficeId: number, skuSource: string): Promise<readonly OfficeStock[]> {
      const key = `${backOfficeId} ${skuSource}`
      const known = kept.get(key)
      if (known !== undefined && clock.now() - known.at < KEPT_FOR) return known.products
      const products = await (await accounts.openBackOffice(backOfficeId, skuSource)).readStock()
      kept.set(key, { at: clock.now(), products })
      return products
    },
  }
}
