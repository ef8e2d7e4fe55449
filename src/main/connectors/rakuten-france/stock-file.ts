import { formatCents } from '../../domain/money.ts'
import type { StockLine } from '../sockets/marketplace.ts'
import { readRequired } from './amounts.ts'
import type { Api } from './api.ts'
import { MOST_UNITS } from './facts.ts'
import { requireWord } from './require-word.ts'
import { escapeXml, xmlItems } from './write-xml.ts'

/** 12.1: quantities of existing adverts. The answer means received, nothing more; the report tells the rest. */
export const sendStock = async (api: Api, lines: readonly StockLine[]): Promise<{ readonly fileId: string }> => {
  const { response } = await api.need('genericimportfile', { file: stockFile(lines) })
  requireWord(response.text('status'), 'OK', 'genericimportfile')
  return { fileId: readRequired(response, 'importid') }
}

/** Exactly the three keys that change an advert, and nothing about its product: with an alias or a code it could create one. */
export const stockFile = (lines: readonly StockLine[]): string => xmlItems(lines.map(toItem))

const toItem = ({ sku, priceCents, quantity }: StockLine): string => {
  if (!Number.isInteger(quantity) || quantity < 0 || quantity > MOST_UNITS)
    throw new RangeError(`${quantity} units of ${sku}`)
  const attributes = [
    attribute('sellerReference', sku),
    attribute('sellingPrice', formatCents(priceCents)),
    attribute('qty', String(quantity)),
  ]
  return `<item><attributes><advert>${attributes.join('')}</advert></attributes></item>`
}

const attribute = (key: string, value: string): string =>
  `<attribute><key>${key}</key><value>${escapeXml(value)}</value></attribute>`
