import type { Purchase } from '../purchase.ts'
import { cdata, node, text, type XmlElement } from '../wire/xml-writer.ts'
import { type Action, lastVersion, result, sellerId, user, version } from './action.ts'
import { addressBlocks } from './addresses.ts'
import { price } from './money.ts'
import { unknownError } from './refusals.ts'
import { purchaseShippingCents } from './shipping-costs.ts'

const VERSIONS = ['2017-09-12', '2014-02-11', '2011-03-29']

/** Section 8.1: contact, shipping cost and prepaid label of an accepted purchase. */
export const getShippingInformation: Action = {
  family: 'sales_ws',
  versions: VERSIONS,
  mandatory: ['purchaseid'],
  answer: (question, account) => {
    const purchase = account.purchases.get(question.param('purchaseid'))
    if (!purchase?.items.some((item) => item.acceptedAt !== null)) return unknownError(account)
    return result(
      { root: 'getshippinginformationresult', schema: 'getshippinginformation' },
      question.version,
      [user(question), text('purchaseid', purchase.purchaseId), version(question)],
      [
        sellerId(account),
        lastVersion({ versions: VERSIONS }),
        node(
          'shippinginformation',
          text('shippingtype', purchase.deliveryMode),
          prepaidLabel(purchase),
          price('purchaseshippingcostprice', purchaseShippingCents(purchase), purchase.currency),
          text('purchasebuyerlogin', purchase.buyer.login),
          text('purchasebuyeremail', purchase.buyer.email),
          ...addressBlocks(purchase, true),
        ),
      ],
    )
  },
}

const prepaidLabel = ({ prepaidTrackingNumber: number }: Purchase): XmlElement =>
  number === null
    ? node('prepaidlabel', text('available', 'N'))
    : node(
        'prepaidlabel',
        text('available', 'Y'),
        text('availabilitydetail', 'Prepaid label available.'),
        cdata('prepaidlabelurl', `https://etiquettes.example/label?parcel=${number}&signature=exemple`),
        node(
          'trackinginformation',
          text('trackingnumber', number),
          cdata('trackingurl', `https://suivi.example/?colis=${number}`),
        ),
      )
