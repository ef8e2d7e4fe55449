import type { Reply } from '../wire.ts'

/** Outside debug mode: the entry an answer carries, and PHP's own problems as codes 2 to 15 (prestashop.md 6). */
export type WebserviceError = readonly [code: number, message: string]

const inCdata = (text: string): string => text.replaceAll(']]>', ']]]]><![CDATA[>')

export const errorReply = (status: number, isJson: boolean, ...errors: readonly WebserviceError[]): Reply =>
  isJson
    ? jsonReply({ errors: errors.map(([code, message]) => ({ code, message })) }, status)
    : xmlReply(
        `<errors>${errors
          .map(
            ([code, message]) =>
              `<error><code><![CDATA[${code}]]></code><message><![CDATA[${inCdata(message)}]]></message></error>`,
          )
          .join('')}</errors>`,
        status,
      )

export const jsonReply = (body: unknown, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'application/json;charset=utf-8' },
  body: JSON.stringify(body),
})

export const xmlReply = (inner: string, status = 200): Reply => ({
  status,
  headers: { 'content-type': 'text/xml;charset=utf-8' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<prestashop xmlns:xlink="http://www.w3.org/1999/xlink">${inner}</prestashop>`,
})

/** A script that died: no body, no content type. */
export const EMPTY_500: Reply = { status: 500, body: '' }
export const EMPTY_404: Reply = { status: 404, body: '' }

export const plainReply = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body,
})
