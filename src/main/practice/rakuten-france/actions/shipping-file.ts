import type { Account } from '../account.ts'
import { ship } from '../item-life.ts'
import { childrenNamed, type ReadElement, readXml, textOf } from '../wire/xml-reader.ts'
import { cdata, node, text, withAttributes, type XmlElement } from '../wire/xml-writer.ts'
import { type Action, lastVersion, type Question, version } from './action.ts'
import { fileNotSubmitted, parameterError } from './refusals.ts'
import { type Declaration, shippingObjection } from './shipping-rules.ts'

const VERSIONS = ['2021-06-29', '2016-05-09']

/** Section 8.2: a file of shipments. One refusal, with a detail for each bad item. */
export const importItemShippingStatus: Action = {
  family: 'sales_ws',
  versions: VERSIONS,
  answer: (question, account) => {
    const lines = question.file ? shippingLines(question.file.bytes) : null
    // What a broken file is answered is in no source; an upload failure is the nearest that is.
    if (lines === null || lines.length === 0) return fileNotSubmitted()
    const objection = (line: ShippingLine, index: number) => objectionTo(line, index, question, account)
    const allOrNothing = account.settings.shippingFile === 'all-or-nothing'
    const keepsGood = !(allOrNothing && lines.some((line, index) => objection(line, index) !== null))
    const details = lines.flatMap((line, index) => {
      // Asked again line by line: an item named twice in one file is in order the first time only.
      const found = objection(line, index)
      if (found === null && keepsGood) record(account, line, question.now)
      return found === null ? [] : [`Article ${line.itemId} : ${found}`]
    })
    return details.length > 0 ? parameterError(...details) : recorded(question)
  },
}

interface ShippingLine extends Declaration {
  readonly purchaseId: string
  readonly itemId: string
}

const shippingLines = (bytes: Buffer): ShippingLine[] | null => {
  const items = readXml(bytes)
  return items?.name === 'items' ? childrenNamed(items, 'item').map(toLine) : null
}

const toLine = (item: ReadElement): ShippingLine => ({
  purchaseId: textOf(item, 'purchaseid'),
  itemId: textOf(item, 'itemid'),
  transporter: textOf(item, 'transporter'),
  trackingNumber: textOf(item, 'trackingnumber'),
  trackingUrl: textOf(item, 'trackingurl'),
})

const objectionTo = (line: ShippingLine, index: number, { faults }: Question, account: Account): string | null => {
  const objection = shippingObjection(account, account.items.get(line.itemId), line.purchaseId, line)
  return objection === null && faults.has('half-shipping-file') && index % 2 === 1 ? 'statut incorrect.' : objection
}

const record = (account: Account, { itemId, transporter, trackingNumber, trackingUrl }: ShippingLine, at: number) => {
  const item = account.items.get(itemId)
  if (item) ship(item, { transporter, trackingNumber, trackingUrl, by: 'seller', at })
}

const recorded = (question: Question): XmlElement =>
  withAttributes(
    node(
      'importresult',
      node('request', cdata('user', question.login), version(question)),
      node('response', lastVersion({ versions: VERSIONS }), text('status', 'OK')),
    ),
    { xmlns: 'https://static.fr.shopping.rakuten.com/res/schema/importitemshippingstatus' },
  )
