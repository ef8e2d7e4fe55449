/**
 * Scheme and host of an absolute web address. The domain knows no `URL`, and wants to be stricter: no user name, blank, quote or brace, and
 * no `%` that escapes nothing (a shop's template somebody forgot to fill in).
 */
const LINK = /^(https?):\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d{1,5})?(?:[/?#](?:[^\s<>"'`\\^{}|%]|%[0-9a-f]{2})*)?$/i

/** True for a link that can be sent as it is. */
export const isHttpsLink = (link: string): boolean => LINK.exec(link)?.[1]?.toLowerCase() === 'https'

/** The host of a web address or of a link template, without `www.`; null when it is neither. */
export const hostOf = (link: string): string | null => {
  const filled = link.replaceAll(/\{\w+\}/g, 'x')
  return (
    LINK.exec(filled)?.[2]
      ?.toLowerCase()
      .replace(/^www\./, '') ?? null
  )
}

/** The host of a link that can be sent as it is; null for a template or anything else. */
export const linkHost = (link: string): string | null => (LINK.test(link) ? hostOf(link) : null)

/** An address that leads to a site's front door and to no parcel. */
export const isHomePage = (link: string): boolean => /^\w+:\/\/[^/?#]+\/?$/.test(link)
