import { shell } from 'electron'
import type { Log } from './log.ts'

/** True for hosts of known carriers, of Rakuten and of the seller's own back offices, asked without `www.`. */
export type IsKnownHost = (host: string) => boolean

/** The address to hand to the seller's browser; null when it may not be opened: a link can come from anybody's data. */
export const allowedLink = (link: string, isKnownHost: IsKnownHost): string | null => {
  const url = URL.canParse(link) ? new URL(link) : null
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null
  return isKnownHost(url.hostname.replace(/^www\./, '')) ? url.href : null
}

/** Opens a link in the seller's browser, never in a window of ours. */
export const createLinkOpener =
  (isKnownHost: IsKnownHost, log: Log) =>
  (link: string): void => {
    const allowed = allowedLink(link, isKnownHost)
    if (allowed === null) log.warn('a link was refused', { host: hostOf(link) })
    else shell.openExternal(allowed).catch((error: unknown) => log.warn('a link could not be opened', { error }))
  }

/** The rest of a link may name a buyer or a parcel. */
const hostOf = (link: string): string => (URL.canParse(link) ? new URL(link).host : '')
