import { isFault } from '../../domain/fault.ts'
import type { PrepaidLabel } from '../../domain/order.ts'
import type { XmlElement } from '../http/read-xml.ts'
import type { Completion } from '../sockets/marketplace.ts'
import { readAmount, readRequired, readRequiredElement } from './amounts.ts'
import type { Api } from './api.ts'
import { toBuyer } from './buyer.ts'
import { meaningOf, toFault } from './errors.ts'
import type { ActionName } from './facts.ts'

/** 10.1 and 8.1: shipping costs, contact and label of an accepted purchase; null before it is confirmed. */
export const readCompletion = async (api: Api, reference: string): Promise<Completion | null> => {
  const billing = await readOnceConfirmed(api, 'getbillinginformation', reference)
  const shipping = billing === null ? null : await readOnceConfirmed(api, 'getshippinginformation', reference)
  if (billing === null || shipping === null) return null
  const information = readRequiredElement(shipping, 'shippinginformation')
  return {
    items: readRequiredElement(billing, 'billinginformation/items').all('item').map(toCost),
    // A country nobody knows was told with the sale; here its raw word stands.
    buyer: toBuyer(information, () => undefined),
    prepaidLabel: toLabel(information.at('prepaidlabel')),
  }
}

const readOnceConfirmed = async (api: Api, action: ActionName, reference: string): Promise<XmlElement | null> => {
  const answer = await api.ask(action, { parameters: { purchaseid: reference } }).catch(async (error: unknown) => {
    if (!isFault(error, 'unreachable') || error.detail['code'] !== 'Unknown error') throw error
    // Rakuten may say of one purchase what it says in an outage (3.2): another call tells them apart, and throws in an outage.
    await api.need('getitemtodolist')
    return null
  })
  if (answer === null) return null
  if (answer.kind === 'response') return answer.response
  if (meaningOf(answer.error) === 'unknown') return null
  throw toFault(answer.error, action, api.now())
}

const toCost = (item: XmlElement): Completion['items'][number] => ({
  itemId: readRequired(item, 'itemid'),
  shippingCents: readAmount(item, 'shippingsaleprice').cents,
})

const toLabel = (label: XmlElement | undefined): PrepaidLabel | null =>
  label?.text('available') !== 'Y'
    ? null
    : {
        url: label.text('prepaidlabelurl'),
        trackingNumber: label.text('trackinginformation/trackingnumber'),
        trackingUrl: label.text('trackinginformation/trackingurl'),
      }
