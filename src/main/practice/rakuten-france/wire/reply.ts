import type { Account } from '../account.ts'
import { quotaExceeded, unavailable } from '../actions/refusals.ts'
import type { FaultRule } from '../faults.ts'
import { spoil, spoiledStyle } from './spoil.ts'
import { writeXml, type XmlElement } from './xml-writer.ts'

export interface Reply {
  readonly status: number
  readonly type: string
  readonly body: Buffer
}

export const MAINTENANCE_PAGE =
  '<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>Site en maintenance</h1></body></html>\n'

/** What goes back once the faults have had their say; null drops the connection. */
export const replyFor = (account: Account, document: XmlElement | null, faults: readonly FaultRule[]): Reply | null => {
  if (faults.some(({ kind }) => kind === 'drop-before' || kind === 'drop-after')) return null
  for (const { kind } of faults) {
    if (kind === 'html-503') return { status: 503, type: 'text/html', body: Buffer.from(MAINTENANCE_PAGE) }
    if (kind === 'html-200') return { status: 200, type: 'text/html', body: Buffer.from(MAINTENANCE_PAGE) }
    if (kind === 'empty') return xmlReply(account, Buffer.alloc(0), 200)
    if (kind === 'outage') return written(account, unavailable(), faults)
    if (kind === 'quota') return written(account, quotaExceeded(), faults)
  }
  return document && written(account, document, faults)
}

const written = (account: Account, document: XmlElement, faults: readonly FaultRule[]): Reply => {
  const style = faults.reduce(spoiledStyle, account.style)
  const body = faults.reduce(spoil, writeXml(document, style))
  return xmlReply(account, body, document.name === 'errorresponse' ? account.settings.errorStatus : 200)
}

const xmlReply = (account: Account, body: Buffer, status: number): Reply => ({
  status,
  type: `text/xml;charset=${account.style.encoding}`,
  body,
})

/** `ok`, or the code and the details of a refusal, for those who read the list of calls. */
export const outcomeOf = (document: XmlElement): string => {
  if (document.name !== 'errorresponse') return 'ok'
  const texts = (element: XmlElement): string[] =>
    typeof element.content === 'string' ? [element.content.trim()] : element.content.flatMap(texts)
  const [, code = '', , ...details] = texts(document)
  return [code, ...details].filter((part) => part !== '').join(': ')
}
