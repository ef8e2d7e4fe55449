import type { IncomingHttpHeaders } from 'node:http'

const NAMES = ['127.0.0.1', 'localhost'] as const

/** The names this server answers to; any other `Host` is a foreign name that was pointed at this PC (DNS rebinding). */
export const isOwnHost = (host: string | undefined, port: number): boolean =>
  host !== undefined && NAMES.some((name) => host === `${name}:${port}` || (port === 80 && host === name))

/**
 * True unless the browser says that another site asks. Every browser names itself on a POST, by `Origin` or by `Sec-Fetch-Site`;
 * what sends neither is a program on this PC, which still needs a session.
 */
export const isOwnOrigin = (headers: IncomingHttpHeaders): boolean => {
  const { origin, host } = headers
  const site = headers['sec-fetch-site']
  if (origin !== undefined && origin !== `http://${host}`) return false
  return site === undefined || site === 'same-origin' || (site === 'none' && origin === undefined)
}
