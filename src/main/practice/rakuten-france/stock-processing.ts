import type { Account } from './account.ts'
import { lineError, type StockLine, stockLines } from './stock-lines.ts'
import type { Upload, UploadLine } from './upload.ts'
import { type Advert, addAdvert } from './world/inventory.ts'

/** Ends every upload whose time has come, in the order in which they were sent. */
export const processUploads = (account: Account, now: number): void => {
  for (const [index, upload] of account.uploads.entries()) {
    if (upload.end === null && upload.endsAt <= now) processUpload(account, upload, account.uploads.slice(0, index))
  }
}

const processUpload = (account: Account, upload: Upload, earlier: readonly Upload[]): void => {
  const previous = earlier.findLast(({ kind }) => kind === upload.kind)
  if (previous?.digest === upload.digest) {
    upload.end = 'Fichier précédent identique, pas de traitement'
    return
  }
  const lines = stockLines(upload)
  if (lines === null || lines.length === 0) {
    upload.end = 'Aucune ligne n’a été chargée'
    return
  }
  upload.end = 'Traité'
  upload.lines = lines.map((line, index) => takeOver(account, upload, line, index))
  if (upload.purgeAndReplace && !upload.rejected) purge(account, new Set(lines.map(({ sku }) => sku)))
}

const takeOver = (account: Account, upload: Upload, line: StockLine, index: number): UploadLine => {
  const error = imposedError(upload, index) ?? lineError(account, line, upload.kind)
  if (error !== null) return { sku: line.sku, productId: '', advertId: '', error, data: line.data }
  const priceCents = Math.round(Number(line.price) * 100)
  const quantity = Number(line.quantity)
  const advert = account.adverts.get(line.sku) ?? createAdvert(account, line)
  advert.priceCents = priceCents
  advert.stock = quantity
  const told = account.told.get(line.sku) ?? []
  told.push({ at: upload.endsAt, importId: upload.importId, quantity, priceCents })
  account.told.set(line.sku, told)
  return { sku: line.sku, productId: advert.productId, advertId: advert.advertId, error: null, data: line.data }
}

const imposedError = (upload: Upload, index: number): UploadLine['error'] =>
  upload.rejected || (upload.everySecondLineFails && index % 2 === 1)
    ? { key: 'sellerReference', code: '99', text: 'Erreur provoquée (libellé inventé).' }
    : null

/** On the product page with this barcode, or on a new one. */
const createAdvert = (account: Account, line: StockLine): Advert => {
  const sameProduct = Array.from(account.adverts.values()).find(({ ean }) => ean !== '' && ean === line.ean)
  return addAdvert(account, {
    sku: line.sku,
    priceCents: 0,
    stock: 0,
    title: sameProduct?.title ?? (line.title || line.sku),
    ean: line.ean,
    ...(sameProduct && { productId: sameProduct.productId, topic: sameProduct.topic }),
  })
}

const purge = (account: Account, kept: ReadonlySet<string>): void => {
  for (const sku of account.adverts.keys()) {
    if (!kept.has(sku)) account.adverts.delete(sku)
  }
}
