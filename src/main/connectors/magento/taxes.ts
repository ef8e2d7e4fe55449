import { isFault } from '../../domain/fault.ts'
import { LARGEST_PAGE } from './facts.ts'
import { NO_RIGHT, NOT_FOUND } from './judge.ts'
import { TaxRate, TaxRule } from './schemas.ts'
import type { Desk } from './settings.ts'
import type { TaxTables } from './tax-rate.ts'

const every = { groups: [], pageSize: LARGEST_PAGE } as const

/** Null where the integration may not read them: the standard rates do then. */
export const readTaxTables = async ({ lists }: Desk): Promise<TaxTables | null> => {
  try {
    return {
      rules: await lists.all('taxRules/search', TaxRule, every, ({ id }) => String(id)),
      rates: await lists.all('taxRates/search', TaxRate, every, ({ id }) => String(id)),
    }
  } catch (error) {
    if (isFault(error, 'settings', 'refused') && [NO_RIGHT, NOT_FOUND].includes(error.detail['code'] ?? '')) return null
    throw error
  }
}
