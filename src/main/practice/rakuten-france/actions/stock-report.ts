import { reportDate } from '../paris-time.ts'
import { stockLines } from '../stock-lines.ts'
import { stageOf, type Upload, type UploadLine } from '../upload.ts'
import { node, text, type XmlElement } from '../wire/xml-writer.ts'
import { type Action, lastVersion, plainResult, result, user, version } from './action.ts'
import { nextPage } from './paging.ts'
import { invalid } from './refusals.ts'

const VERSIONS = ['2017-02-10', '2011-11-29']
const FIRST_TOKEN = 92_000_000_001

/** Section 12.2: how far a stock file has come, and each of its lines. */
export const genericImportReport: Action = {
  family: 'stock_ws',
  versions: VERSIONS,
  mandatory: ['fileid'],
  professionalOnly: true,
  answer: (question, account) => {
    const fileId = question.param('fileid')
    const upload = account.uploads.find(({ importId, kind }) => importId === fileId && kind === 'xml')
    if (!upload) return invalid('fileid')
    const lines = upload.rejected ? [] : upload.lines
    const page = nextPage(account, question.param('nexttoken'), FIRST_TOKEN, () => ({
      ids: Array.from(lines.keys(), String),
      filter: null,
    }))
    if (page === null) return invalid('nexttoken')
    const recent = question.version >= '2017-02-10'
    return result(
      { root: 'genericimportreportresult', schema: 'genericimportreport' },
      question.version,
      [user(question), version(question), text('fileid', fileId), text('nexttoken', question.param('nexttoken'))],
      [
        lastVersion({ versions: VERSIONS }),
        recent ? text('totalresultcount', lines.length) : null,
        text('nexttoken', page.nextToken),
        fileElement(upload, question.now, recent),
        ...page.ids.flatMap((index) => lines[Number(index)] ?? []).map(productElement),
      ],
    )
  },
}

const fileElement = (upload: Upload, now: number, recent: boolean): XmlElement => {
  const stage = stageOf(upload, now)
  const total = stage === 'M.à.j. en cours' ? (stockLines(upload)?.length ?? 0) : upload.lines.length
  const errors = upload.lines.filter(({ error }) => error !== null).length
  const processed = upload.lines.length - errors
  const rate = total === 0 ? 0 : Math.round((100 * processed) / total)
  return node(
    'file',
    text('filename', upload.fileName),
    text('status', stage),
    text('uploaddate', reportDate(upload.uploadedAt)),
    text('processdate', upload.end === null ? '' : reportDate(upload.endsAt)),
    text('totallines', total),
    text('processedlines', processed),
    text('errorlines', errors),
    text('successrate', `${rate}%`),
    recent ? text('imageprocessstatus', upload.end === null ? '' : 'Traité') : null,
  )
}

const productElement = ({ sku, productId, advertId, error }: UploadLine): XmlElement =>
  error === null
    ? node(
        'product',
        text('sku', sku),
        text('status', 'Traité'),
        text('pid', productId),
        text('aid', advertId),
        node('errors'),
      )
    : node(
        'product',
        text('sku', sku),
        text('status', 'Erreur'),
        node(
          'errors',
          node(
            'error',
            text('error_key', error.key),
            text('error_code', error.code),
            text('error_text', error.text),
            text('fatal_error', ''),
          ),
        ),
      )

/** Section 12.3: the report of a CSV file names its bad rows alone; the root is inferred. */
export const importReport: Action = {
  family: 'stock_ws',
  versions: ['2017-02-10', '2011-06-21'],
  mandatory: ['fileid'],
  professionalOnly: true,
  answer: (question, account) => {
    const fileId = question.param('fileid')
    const upload = account.uploads.find(({ importId, kind }) => importId === fileId && kind === 'csv')
    if (!upload) return invalid('fileid')
    return plainResult(
      'importreportresult',
      [user(question), version(question), text('fileid', fileId)],
      [
        lastVersion(importReport),
        text('processstatus', csvStatus(upload)),
        node(
          'errorlist',
          ...upload.lines.flatMap(({ data, error }) =>
            error === null ? [] : [node('error', text('data', data), text('errorreport', error.text))],
          ),
        ),
      ],
    )
  },
}

/** Only the two ends are known words (12.3). */
const csvStatus = ({ end }: Upload): string => {
  if (end === null) return 'PROCESSING'
  return end === 'Traité' ? 'PROCESSED' : 'PROCESS_FAILED'
}
