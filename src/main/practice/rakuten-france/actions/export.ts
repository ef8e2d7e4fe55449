import { cdata, node, text, type XmlElement } from '../wire/xml-writer.ts'
import type { Advert, Competitor } from '../world/inventory.ts'
import { type Action, lastVersion, result, version } from './action.ts'
import { price } from './money.ts'
import { nextPage } from './paging.ts'
import { invalid } from './refusals.ts'

const VERSIONS = ['2018-06-29', '2017-07-03', '2014-11-04', '2014-01-28', '2012-10-23', '2011-02-17']
const FIRST_TOKEN = 93_000_000_001
/** Competitors are shown for the first five of each condition (12.4). */
const SHOWN_COMPETITORS = 5

/** Section 12.4: the inventory, page by page. */
export const exportInventory: Action = {
  family: 'stock_ws',
  versions: VERSIONS,
  professionalOnly: true,
  answer: (question, account) => {
    const scope = question.param('scope')
    if (scope !== '' && scope !== 'PRICING') return invalid('scope')
    const page = nextPage(account, question.param('nexttoken'), FIRST_TOKEN, () => ({
      ids: Array.from(account.adverts.keys()),
      filter: scope,
    }))
    if (page === null) return invalid('nexttoken')
    const adverts = page.ids.flatMap((sku) => account.adverts.get(sku) ?? [])
    return result(
      { root: 'inventoryresult', schema: 'inventory' },
      question.version,
      [
        text('login', question.login),
        text('scope', scope),
        text('nexttoken', question.param('nexttoken')),
        version(question),
      ],
      [
        lastVersion({ versions: VERSIONS }),
        text('nexttoken', page.nextToken),
        text('nbresults', adverts.length),
        node('advertlist', ...adverts.map((advert) => advertElement(advert, page.filter === 'PRICING'))),
      ],
    )
  },
}

const advertElement = (advert: Advert, pricing: boolean): XmlElement =>
  node(
    'advert',
    node(
      'productsummary',
      text('productid', advert.productId),
      cdata('url', `/offer/buy/${advert.productId}/exemple.html`),
      cdata('headline', advert.title),
      cdata('topic', advert.topic),
      advert.ean === '' ? null : text('barcode', advert.ean),
      pricing ? competition(advert) : null,
    ),
    text('advertid', advert.advertId),
    cdata('sku', advert.sku),
    price('price', advert.priceCents, 'EUR'),
    text('quality', 'NEW'),
    text('unlimitedquantity', 'false'),
    text('stock', advert.stock),
    text('adverttype', 'NEW'),
    text('isnegotiable', 'false'),
    text('isoriginal', 'false'),
  )

const competition = ({ competitors }: Advert): XmlElement =>
  node(
    'pricing',
    node(
      'adverts',
      node('newadverts', ...competitors.slice(0, SHOWN_COMPETITORS).map(competitorElement)),
      node('usedadverts'),
    ),
  )

const competitorElement = (competitor: Competitor): XmlElement =>
  node(
    'advert',
    text('advertid', competitor.advertId),
    price('price', competitor.priceCents, 'EUR'),
    price('shippingcost', competitor.shippingCents, 'EUR'),
    text('shippingtype', 'NORMAL'),
    text('quality', 'NEW'),
    text('unlimitedquantity', 'false'),
    text('stock', competitor.stock),
    node(
      'seller',
      text('login', competitor.login),
      text('type', 'PRO'),
      text('country', 'France'),
      text('salescount', 120),
      text('commitrate', '0.97'),
      text('rating', '4.8'),
      text('shippingtypes', 'NORMAL, SUIVI, RECOMMANDE'),
    ),
  )
