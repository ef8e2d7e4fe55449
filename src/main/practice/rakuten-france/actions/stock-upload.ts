import { createHash } from 'node:crypto'
import type { Account } from '../account.ts'
import type { Upload } from '../upload.ts'
import { text } from '../wire/xml-writer.ts'
import { type Action, lastVersion, plainResult, type Question, user, version } from './action.ts'
import { fileNotSubmitted, invalid, quotaExceeded } from './refusals.ts'

const HOUR = 3_600_000
const FIRST_IMPORT = 30_000_001

/** Section 12.1: a stock file in XML. `OK` says that it arrived, nothing more. */
export const genericImportFile: Action = {
  family: 'stock_ws',
  versions: ['2015-02-02', '2012-09-11', '2011-11-29'],
  professionalOnly: true,
  answer: (question, account) => {
    if (!question.file) return fileNotSubmitted()
    const purges = question.param('purgeandreplace') === 'true'
    if (purges && uploadedWithin(account, question.now, 24 * HOUR, (upload) => upload.purgeAndReplace) > 0) {
      // How Rakuten says no is unknown; that it does is certain (15.2).
      return fileNotSubmitted()
    }
    if (tooManyFiles(account, question.now)) return quotaExceeded()
    const { importId } = receive(account, question, question.file, 'xml', purges)
    return plainResult(
      'importresult',
      [user(question), version(question)],
      [lastVersion(genericImportFile), text('importid', importId), text('status', 'OK')],
    )
  },
}

/** Section 12.3: rows `sku;price;quantity`. */
export const importCsv: Action = {
  family: 'stock_ws',
  versions: ['2010-09-20'],
  mandatory: ['profileid', 'mappingalias'],
  professionalOnly: true,
  answer: (question, account) => {
    if (question.param('mappingalias') !== 'PRICEQUANTITY') return invalid('mappingalias')
    if (!question.file) return fileNotSubmitted()
    if (tooManyFiles(account, question.now)) return quotaExceeded()
    const { importId } = receive(account, question, question.file, 'csv', false)
    return plainResult(
      'importresult',
      [user(question), version(question)],
      [text('importid', importId), text('status', 'OK')],
    )
  },
}

const uploadedWithin = (
  account: Account,
  now: number,
  milliseconds: number,
  counts: (upload: Upload) => boolean = () => true,
): number => account.uploads.filter((upload) => now - upload.uploadedAt < milliseconds && counts(upload)).length

/** Ten files an hour is official advice (2.6); obeyed as a limit until somebody has seen it broken. */
const tooManyFiles = (account: Account, now: number): boolean =>
  uploadedWithin(account, now, HOUR) >= account.settings.stockFilesPerHour

const receive = (
  account: Account,
  { now, faults }: Question,
  file: { readonly name: string; readonly bytes: Buffer },
  kind: Upload['kind'],
  purgeAndReplace: boolean,
): Upload => {
  const upload: Upload = {
    importId: account.nextId('import', FIRST_IMPORT),
    kind,
    fileName: file.name,
    bytes: file.bytes,
    digest: createHash('sha256').update(file.bytes).digest('hex'),
    uploadedAt: now,
    endsAt: now + account.settings.importDuration,
    purgeAndReplace,
    everySecondLineFails: faults.has('half-stock-file'),
    rejected: faults.has('stock-file-rejected'),
    end: null,
    lines: [],
  }
  account.uploads.push(upload)
  return upload
}
