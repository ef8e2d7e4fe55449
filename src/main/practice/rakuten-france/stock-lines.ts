import type { Account } from './account.ts'
import type { Upload, UploadLine } from './upload.ts'
import { decodeWindows1252 } from './wire/windows-1252.ts'
import { childNamed, childrenNamed, type ReadElement, readXml, textOf } from './wire/xml-reader.ts'

/** What a line of a stock file asks for. */
export interface StockLine {
  readonly sku: string
  readonly price: string
  readonly quantity: string
  readonly ean: string
  readonly state: string
  readonly alias: string
  readonly title: string
  readonly data: string
}

/** The lines of a file; null when Rakuten cannot load it. */
export const stockLines = (upload: Upload): StockLine[] | null =>
  upload.kind === 'csv' ? csvLines(upload.bytes) : xmlLines(upload.bytes)

const xmlLines = (bytes: Buffer): StockLine[] | null => {
  const items = readXml(bytes)
  return items?.name === 'items' ? childrenNamed(items, 'item').map(fromItem) : null
}

const fromItem = (item: ReadElement): StockLine => {
  const attributes = childNamed(item, 'attributes')
  const advert = attributes && childNamed(attributes, 'advert')
  const product = attributes && childNamed(attributes, 'product')
  return {
    sku: attributeValue(advert, 'sellerReference'),
    price: attributeValue(advert, 'sellingPrice'),
    quantity: attributeValue(advert, 'qty'),
    state: attributeValue(advert, 'state'),
    ean: attributeValue(product, 'codebarres'),
    title: attributeValue(product, 'titre'),
    alias: textOf(item, 'alias'),
    data: '',
  }
}

const attributeValue = (group: ReadElement | null, key: string): string => {
  const attribute = group && childrenNamed(group, 'attribute').find((one) => textOf(one, 'key') === key)
  return attribute ? textOf(attribute, 'value') : ''
}

const csvLines = (bytes: Buffer): StockLine[] =>
  decodeWindows1252(bytes)
    .split(/\r?\n/)
    .filter((row) => row !== '')
    .map((data) => {
      const [sku = '', price = '', quantity = ''] = data.split(';')
      return { sku, price, quantity, ean: '', state: '', alias: '', title: '', data }
    })

/**
 * What is wrong with a line. Rakuten's texts and its codes but 60 are unknown (12.2, 16): the others are ours. Price and
 * quantity are taken to be mandatory, as the templates say, and 999 to be the most there can be.
 */
export const lineError = (account: Account, line: StockLine, kind: Upload['kind']): UploadLine['error'] => {
  const error = (key: string, code: string, text: string) => ({ key, code, text })
  if (line.sku === '') return error('sellerReference', '1', 'Référence vendeur obligatoire (libellé inventé).')
  if (!/^\d+(\.\d{1,2})?$/.test(line.price) || Number(line.price) <= 0) {
    return error('sellingPrice', '2', 'Prix incorrect (libellé inventé).')
  }
  if (!/^\d{1,3}$/.test(line.quantity)) return error('qty', '3', 'Quantité incorrecte (libellé inventé).')
  if (account.adverts.has(line.sku)) return null
  if (kind === 'csv') return error('sku', '4', 'Annonce introuvable (libellé inventé)')
  const knownProduct = line.ean !== '' && Array.from(account.adverts.values()).some((advert) => advert.ean === line.ean)
  if (line.alias !== '' || (knownProduct && line.state !== '')) return null
  return error('alias', '60', 'Alias obligatoire pour créer un produit (libellé reformulé).')
}
