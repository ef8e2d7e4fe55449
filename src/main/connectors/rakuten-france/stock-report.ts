import { plainWords } from '../../domain/plain-words.ts'
import type { XmlElement } from '../http/read-xml.ts'
import type { StockReport } from '../sockets/marketplace.ts'
import { readRequired } from './amounts.ts'
import type { Api } from './api.ts'
import { readPages } from './paging.ts'
import { unreadable } from './unreadable.ts'

type Line = StockReport['lines'][number]

/** 12.2: what became of an uploaded stock file, all pages. */
export const readStockReport = async (api: Api, fileId: string): Promise<StockReport> => {
  const pages = await readPages(async (token) => {
    const { response, records } = await api.need('genericimportreport', {
      parameters: token === '' ? { fileid: fileId } : { fileid: fileId, nexttoken: token },
      records: { path: 'response/product', map: toLine },
    })
    return { file: response.at('file'), lines: records, nextToken: response.text('nexttoken') }
  })
  const file = pages[0]?.file
  if (file === undefined) throw unreadable('the report says nothing about its file', { fileId })
  const lines = pages.flatMap((page) => page.lines)
  const message = file.text('status')
  const state = stateOf(message)
  // Refused as a whole for too many errors: all of them failed, and none is named.
  const isRejected = state === 'done' && lines.length === 0 && Number(file.text('errorlines')) > 0
  return { state: isRejected ? 'failed' : state, message, lines }
}

/** Compared loosely: the apostrophe of one of them is typographic. */
const STATES: ReadonlyMap<string, StockReport['state']> = new Map([
  ['recu', 'pending'],
  ['en attente', 'pending'],
  ['m.a.j. en cours', 'pending'],
  ['traite', 'done'],
  ['annule', 'failed'],
  ['erreur', 'failed'],
  ["aucune ligne n'a ete chargee", 'failed'],
  ['fichier precedent identique, pas de traitement', 'identical'],
])

/** [C] A word we do not know is none of the known ends, so the file is still on its way. */
const stateOf = (status: string): StockReport['state'] =>
  STATES.get(plainWords(status).replace(/[’ʼ`´]/g, "'")) ?? 'pending'

const toLine = (product: XmlElement): Line => ({
  sku: readRequired(product, 'sku'),
  ok: plainWords(product.text('status')) === 'traite',
  message: (product.at('errors')?.all('error') ?? [])
    .map((error) =>
      [error.text('error_key'), error.text('error_code'), error.text('error_text')].filter(Boolean).join(' '),
    )
    .join(' · '),
})
