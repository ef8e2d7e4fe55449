import { z } from 'zod'
import type { OrderCheck, OrderToCheck } from '../sockets/back-office.ts'
import { addressRule } from './addresses.ts'
import type { Api } from './api.ts'
import type { Catalogue } from './catalogue.ts'
import type { Question } from './question.ts'

const readCountries = {
  name: 'shipsToCountries',
  document: 'query Countries { shop { shipsToCountries } }',
  answer: z.object({ shop: z.object({ shipsToCountries: z.array(z.string()) }) }),
  points: 1,
} satisfies Question<unknown>

/** Are the products there, how many of them, and can they be delivered? */
export const checkOrder = async (api: Api, catalogue: Catalogue, order: OrderToCheck): Promise<OrderCheck> => {
  const found = [...(await catalogue.withCodes(order.lines.map(({ sku }) => sku)))]
  const { shop } = await api.ask(readCountries)
  return {
    unknownSkus: found.filter(([, variants]) => variants.length === 0).map(([sku]) => sku),
    duplicateSkus: found.filter(([, variants]) => variants.length > 1).map(([sku]) => sku),
    available: new Map(
      found.flatMap(([sku, [variant, another]]) =>
        variant === undefined || another !== undefined ? [] : [[sku, variant.available]],
      ),
    ),
    addressRule: addressRule(order, shop.shipsToCountries),
  }
}
