import { ship } from '../item-life.ts'
import type { Item, Shipment } from '../purchase.ts'
import { text } from '../wire/xml-writer.ts'
import { type Action, lastVersion, result, user, version } from './action.ts'
import { invalid, parameterError } from './refusals.ts'
import { shippingObjection, trackingObjection } from './shipping-rules.ts'

const VERSIONS = ['2016-03-16', '2012-11-06']

/** Section 8.3: the tracking of one item. */
export const setTrackingPackageInfos: Action = {
  family: 'sales_ws',
  versions: VERSIONS,
  mandatory: ['itemid', 'transporter_name', 'tracking_number'],
  answer: (question, account) => {
    const item = account.items.get(question.param('itemid'))
    const purchase = item && account.purchases.get(item.purchaseId)
    if (!item || !purchase) return invalid('itemid')
    const declared = {
      transporter: question.param('transporter_name'),
      trackingNumber: question.param('tracking_number'),
      trackingUrl: question.param('tracking_url'),
    }
    const changes = account.settings.trackingChange === 'accepted' && item.state === 'accepted' && item.shipped
    const objection = changes
      ? trackingObjection(account, purchase, declared)
      : shippingObjection(account, item, null, declared)
    if (objection !== null) return parameterError(`Article ${item.itemId} : ${objection}`)
    record(item, { ...declared, by: 'seller', at: question.now }, account.settings.singleTrackingShips)
    return result(
      { root: 'setshippingpackageinfosresult', schema: 'settrackingpackageinfos' },
      question.version,
      [
        user(question),
        text('itemid', item.itemId),
        text('trackingNumber', declared.trackingNumber),
        text('trackingUrl', declared.trackingUrl),
        text('transporterName', declared.transporter),
        version(question),
      ],
      [lastVersion({ versions: VERSIONS }), text('status', 'OK')],
    )
  },
}

const record = (item: Item, shipment: Shipment, ships: boolean): void => {
  const was = item.shipped
  ship(item, shipment)
  item.shipped = was || ships
}
