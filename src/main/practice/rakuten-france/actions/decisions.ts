import { accept, paymentState, refuse } from '../item-life.ts'
import type { Item } from '../purchase.ts'
import { FRANCE_NUMERIC, ISO_FRANCE_NUMERIC } from '../value-lists.ts'
import { node, text, type XmlElement } from '../wire/xml-writer.ts'
import { type Action, lastVersion, type Question, result, user, version } from './action.ts'
import { invalid, parameterError } from './refusals.ts'

const VERSIONS = ['2021-04-08', '2010-09-20']
/** Since this version the country of departure has to be said; that it is mandatory is inferred (6.3, 16). */
const WITH_COUNTRIES = '2021-04-08'

/** Section 6.3: one item, one decision; the buyer is debited. */
export const acceptSale: Action = {
  family: 'sales_ws',
  versions: VERSIONS,
  mandatory: (asked) => (asked >= WITH_COUNTRIES ? ['itemid', 'shippingfromcountry'] : ['itemid']),
  answer: (question, account) => {
    const item = account.items.get(question.param('itemid'))
    if (!item) return invalid('itemid')
    const badCountry = ['shippingfromcountry', 'importcountry'].find((name) => !isCountry(question.param(name)))
    if (badCountry !== undefined) return invalid(badCountry)
    if (!accept(item, 'seller', question.now)) return wrongPaymentState(item)
    const imported = question.param('importcountry')
    return decided(question, 'Accepted', imported !== '' && imported !== FRANCE_NUMERIC)
  },
}

/** Section 6.4: only while the item waits. */
export const refuseSale: Action = {
  family: 'sales_ws',
  versions: VERSIONS,
  mandatory: ['itemid'],
  answer: (question, account) => {
    const item = account.items.get(question.param('itemid'))
    if (!item) return invalid('itemid')
    return refuse(item, 'seller') ? decided(question, 'Refused', false) : wrongPaymentState(item)
  },
}

/** ISO 3166-1 numeric without left zeros; metropolitan France has a number of its own (6.3). */
const isCountry = (value: string): boolean =>
  value === '' || (/^[1-9]\d{0,2}$/.test(value) && value !== ISO_FRANCE_NUMERIC)

const wrongPaymentState = (item: Item): XmlElement =>
  parameterError(`Current status : ${paymentState(item)} - Required status : REQUESTED`)

const decided = (question: Question, status: 'Accepted' | 'Refused', oneStopShop: boolean): XmlElement => {
  const countries = ['shippingfromcountry', 'importcountry']
    .filter((name) => question.param(name) !== '')
    .map((name) => text(name, question.param(name)))
  return result(
    { root: 'saleacceptanceresult', schema: 'acceptsale' },
    question.version,
    [version(question), user(question), text('itemid', question.param('itemid')), ...countries],
    [
      lastVersion({ versions: VERSIONS }),
      text('status', status),
      ...countries,
      // What the two fields hold on a real account is unknown: these are the words of the spec's sample.
      oneStopShop ? node('onestopshop', text('type', 'TYPE-EXEMPLE'), text('value', 'VALEUR-EXEMPLE')) : null,
    ],
  )
}
