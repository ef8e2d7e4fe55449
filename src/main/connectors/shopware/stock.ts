import type { OfficeStock } from '../sockets/back-office.ts'
import { availableOf, listProducts } from './products.ts'
import type { Desk } from './settings.ts'
import { nameOf } from './shapes.ts'
import { codeOf } from './sku-sources.ts'

/** Every code of the catalogue, all of it each time: what orders do to the stock leaves no trace in the time of the last change (shopware.md 5). */
export const readStock = async (desk: Desk): Promise<readonly OfficeStock[]> =>
  (await listProducts(desk))
    .map((product) => ({
      sku: codeOf(product, desk.source),
      available: availableOf(product),
      title: nameOf(product),
    }))
    .filter(({ sku }) => sku !== '')
