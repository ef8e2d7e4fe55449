import { z } from 'zod'
import { isFault } from '../../domain/fault.ts'
import type { Desk } from './desk.ts'
import { COUNTRIES_KEY } from './facts.ts'
import { keptForAnHour } from './kept.ts'
import { readPage } from './lists.ts'
import { listMethods } from './methods.ts'
import { Text } from './values.ts'

const CountryRow = z.object({ country: z.object({ code: Text }) })
const Known = z.array(z.string()).nullable()

/**
 * Countries to which some method delivers, as ISO codes; null where the shop does not tell: an order is then taken, and refused by the shop
 * itself when its checkout is offered no method (lightspeed.md 7, 5).
 */
export const deliveryCountries = (desk: Desk): Promise<readonly string[] | null> =>
  keptForAnHour(desk.ports, 'countries', Known, async () => {
    const codes = new Set<string>()
    for (const { id } of await listMethods(desk)) {
      const some = await countriesOf(desk, id)
      if (some === null) return null
      for (const code of some) codes.add(code)
    }
    return codes.size === 0 ? null : [...codes]
  })

const countriesOf = async ({ api }: Desk, methodId: string): Promise<readonly string[] | null> => {
  try {
    const path = `shippingmethods/${methodId}/countries`
    const rows = await readPage(api, { path, key: COUNTRIES_KEY, row: CountryRow }, 1)
    const codes = rows.map(({ country }) => country.code.toUpperCase())
    return codes.every((code) => /^[A-Z]{2}$/.test(code)) ? codes : null
  } catch (error) {
    if (isFault(error, 'refused', 'unreadable')) return null
    throw error
  }
}
