import type { SkuMatch } from '../../preload/contract/connection-views.ts'
import type { OfficeStock } from '../connectors/sockets/back-office.ts'
import type { Advert } from '../connectors/sockets/marketplace.ts'
import { aliasedSku, type ConnectionSettings } from '../domain/connection.ts'

const SAMPLES = 20

/** Which of the marketplace's SKUs the back office knows, once, not at all, or as several products. */
export const toSkuMatch = (
  adverts: readonly Pick<Advert, 'sku' | 'title'>[],
  products: readonly Pick<OfficeStock, 'sku' | 'title'>[],
  settings: Pick<ConnectionSettings, 'skuAliases'>,
): SkuMatch => {
  const bySku = Map.groupBy(products, ({ sku }) => sku)
  const groups = Map.groupBy(adverts, ({ sku }) => {
    const found = sku === '' ? 0 : (bySku.get(aliasedSku(sku, settings))?.length ?? 0)
    return found === 0 ? 'missing' : found === 1 ? 'matched' : 'duplicate'
  })
  const of = (group: 'matched' | 'missing' | 'duplicate') => groups.get(group) ?? []
  const sample = (group: 'missing' | 'duplicate') =>
    of(group)
      .slice(0, SAMPLES)
      .map(({ sku, title }) => ({ sku, title }))
  return {
    matched: of('matched').length,
    missing: of('missing').length,
    duplicate: of('duplicate').length,
    samples: {
      matched: of('matched')
        .slice(0, SAMPLES)
        .map(({ sku, title }) => ({ sku, title, product: bySku.get(aliasedSku(sku, settings))?.[0]?.title ?? '' })),
      missing: sample('missing'),
      duplicate: sample('duplicate'),
    },
  }
}
