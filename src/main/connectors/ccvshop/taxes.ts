import { isFault } from '../../domain/fault.ts'
import { STANDARD_VAT } from '../../domain/vat.ts'
import type { Api } from './api.ts'
import { NO_RIGHT, NOT_FOUND } from './judge.ts'
import { Countries, type Product } from './schemas.ts'

/** Percent of each tariff by country: the countries are those the shop delivers to. */
export type TaxTable = ReadonlyMap<string, ReadonlyMap<string, number>>

/** [B] Null where the shop does not show its zones: nothing is then known of where it delivers. */
export const readTaxTable = async (api: Api, webshop: number): Promise<TaxTable | null> => {
  try {
    const { items } = await api.get(`webshops/${webshop}/geozonecountries/`, {}, Countries)
    const rows = items.map(({ code, tariffs }) => {
      const percents = (tariffs ?? []).map(({ type, percentage }) => [type.toLowerCase(), percentage] as const)
      return [code.toUpperCase(), new Map(percents)] as const
    })
    return rows.length === 0 ? null : new Map(rows)
  } catch (error) {
    const isNotShown = isFault(error) && [NO_RIGHT, NOT_FOUND, 'NOT-OFFERED'].includes(error.detail['code'] ?? '')
    if (isNotShown) return null
    throw error
  }
}

type Taxed = Pick<Product, 'taxtariff' | 'vatrate' | 'producttaxtariffexceptions'>

/** VAT inside a price of this product in this country: by the shop's own table, else as the product has it, and none outside the EU. */
export const percentOf = (table: TaxTable | null, product: Taxed, country: string): number => {
  const exception = product.producttaxtariffexceptions?.find((one) => one.country.toUpperCase() === country)
  const tariff = (exception?.taxtariff ?? product.taxtariff).toLowerCase()
  const percent = table?.get(country)?.get(tariff)
  if (percent !== undefined) return percent
  const standard = STANDARD_VAT[country]
  return standard === undefined ? 0 : (product.vatrate ?? standard)
}
