import type { Received, Reply } from '../wire.ts'
import { json, noResource, notFound } from './errors.ts'
import { collection } from './lists.ts'
import type { Shop } from './state.ts'

const WEBSHOP = 7
const NAMES: readonly string[] = [
  ...['Nieuw', 'In behandeling', 'Wacht op fabrikant', 'Wacht op betaling', 'Verstuurd', 'Afgeleverd', 'Afgerond'],
  ...['Geannuleerd', 'Wacht op leverancier', 'Wordt ingepakt', 'Klaar om af te halen', 'Wordt samengesteld'],
  ...['Nalevering', 'Gereserveerd'],
]

/** The shop about itself: its settings, and the countries of its zones. */
export const answerSettings = (shop: Shop, call: Received, id: number | null, below: string | undefined): Reply => {
  const { currency, languages } = shop.options
  if (id === null) return collection(shop, call, [WEBSHOP], (one) => ({ id: one, name: 'Mokken & Co' }))
  if (id !== WEBSHOP) throw notFound('The webshop')
  switch (below) {
    case 'settings':
      return json(200, {
        ...{ href: call.url.href, currency, languages, stock: true },
        order_status: NAMES.map((name, at) => ({
          id: at + 1,
          status: name,
          status_name: shop.labels.get(at + 1) ?? name,
        })),
      })
    case 'geozonecountries':
      return json(200, {
        href: call.url.href,
        items: Array.from(shop.zones, ([code, tariffs]) => ({
          ...{ country: code, code, geozone_id: 1, geozone_name: 'Europa' },
          tariffs: Object.entries(tariffs).map(([type, percentage]) => ({ type, percentage })),
        })),
      })
    default:
      throw noResource()
  }
}
