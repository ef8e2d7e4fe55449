import type { OfficeStock } from '../sockets/back-office.ts'
import type { Catalogue } from './catalogue.ts'
import { codeOf, type SkuSource } from './sku-source.ts'

/** Every code of the catalogue; one that stands for several products comes once for each, unless all but one are archived. */
export const readStock = async (catalogue: Catalogue, source: SkuSource): Promise<readonly OfficeStock[]> => {
  const coded = Map.groupBy(await catalogue.all(), (variant) => codeOf(variant, source))
  coded.delete('')
  return [...coded].flatMap(([sku, variants]) => {
    const sold = variants.filter(({ archived }) => !archived)
    return (sold.length > 0 ? sold : variants).map(({ available, title }) => ({ sku, available, title }))
  })
}
