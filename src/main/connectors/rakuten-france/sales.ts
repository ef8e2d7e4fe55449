import type { Sale } from '../sockets/marketplace.ts'
import { readRequiredElement } from './amounts.ts'
import type { Api, Response } from './api.ts'
import { mergeSales, toSale } from './mapping.ts'
import { readPages } from './paging.ts'

const records = { path: 'response/sales/sale', map: toSale }

/** 6.1: purchases that wait for a decision; no paging. */
export const listNewSales = async (api: Api): Promise<readonly Sale[]> =>
  mergeSales(salesOf(await api.need('getnewsales', { records })))

/** 7: accepted purchases bought since that day, in Paris. */
export const listCurrentSales = async (api: Api, since: string): Promise<readonly Sale[]> => {
  const pages = await readPages(async (token) => {
    // [C] The token goes alone: whether it may go together with the date is not known.
    const parameters = token === '' ? { purchasedate: since } : { nexttoken: token }
    const answer = await api.need('getcurrentsales', { records, parameters })
    return { sales: salesOf(answer), nextToken: answer.response.text('nexttoken') }
  })
  return mergeSales(pages.flatMap(({ sales }) => sales))
}

/** An answer without the list is not an answer with an empty list. */
const salesOf = ({ response, records }: Response<Sale>): readonly Sale[] => {
  readRequiredElement(response, 'sales')
  return records
}
