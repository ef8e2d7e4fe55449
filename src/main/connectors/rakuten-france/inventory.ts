import type { XmlElement } from '../http/read-xml.ts'
import type { Advert } from '../sockets/marketplace.ts'
import { readAmount, readRequired } from './amounts.ts'
import type { Api } from './api.ts'
import { readPages } from './paging.ts'
import { unreadable } from './unreadable.ts'

interface Page {
  readonly adverts: readonly Advert[]
  /** What the page says of its own length; null when it says nothing. */
  readonly claimed: number | null
  readonly nextToken: string
}

/** 12.4: the whole inventory, or a fault: part of it would look like adverts that are gone. */
export const readInventory = async (api: Api): Promise<readonly Advert[]> => {
  const pages = await readPages((token) => readPage(api, token))
  requireCounts(pages)
  return [...new Map(pages.flatMap(({ adverts }) => adverts).map((advert) => [advert.advertId, advert])).values()]
}

const readPage = async (api: Api, token: string): Promise<Page> => {
  const { response, records } = await api.need('export', {
    parameters: token === '' ? {} : { nexttoken: token },
    records: { path: 'response/advertlist/advert', map: toAdvert },
  })
  const claimed = response.text('nbresults')
  if (claimed !== '' && !/^\d+$/.test(claimed))
    throw unreadable('“nbresults” is no number', { field: 'nbresults', value: claimed })
  if (response.at('advertlist') === undefined && claimed !== '0')
    throw unreadable('“advertlist” is missing', { field: 'advertlist' })
  return { adverts: records, claimed: claimed === '' ? null : Number(claimed), nextToken: response.text('nexttoken') }
}

/** [C] `nbresults` counts the adverts of its page in the samples; elsewhere it may be those of all pages. Neither means some are missing. */
const requireCounts = (pages: readonly Page[]): void => {
  const total = pages.reduce((sum, { adverts }) => sum + adverts.length, 0)
  const claimed = pages.filter((page) => page.claimed !== null)
  const ofPages = claimed.every((page) => page.claimed === page.adverts.length)
  const ofAll = claimed.every((page) => page.claimed === total)
  if (!ofPages && !ofAll) {
    throw unreadable('the inventory has another length than it says', {
      total: String(total),
      claimed: claimed.map((page) => page.claimed).join(' '),
    })
  }
}

const toAdvert = (advert: XmlElement): Advert => {
  const { cents, currency } = readAmount(advert, 'price')
  const unlimited = advert.text('unlimitedquantity') === 'true'
  const stock = advert.text('stock')
  if (!/^\d+$/.test(stock) && !(unlimited && stock === ''))
    throw unreadable('“stock” is no number', { field: 'stock', value: stock })
  return {
    advertId: readRequired(advert, 'advertid'),
    sku: advert.text('sku'),
    title: advert.text('productsummary/headline'),
    ean: advert.text('productsummary/barcode'),
    priceCents: cents,
    currency,
    quantity: Number(stock),
    unlimited,
  }
}
