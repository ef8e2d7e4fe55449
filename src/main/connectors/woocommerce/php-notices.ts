import type { Http, HttpAnswer } from '../sockets/ports.ts'

/** What PHP prints before an answer where a shop shows its warnings (woocommerce.md 6). */
const NOTICE = /\b(?:Warning|Notice|Deprecated|Strict Standards)(?:<\/b>)?:\s/

/** The same client, with PHP's own words before an answer in JSON taken away: the data behind them is whole. */
export const withoutNotices = (http: Http): Http => ({
  send: async (request) => clean(await http.send(request)),
})

const clean = (answer: HttpAnswer): HttpAnswer => {
  const [first] = answer.bytes
  if (first === undefined || first === OPENING_BRACE || first === OPENING_BRACKET) return answer
  const text = new TextDecoder().decode(answer.bytes)
  if (!NOTICE.test(text.slice(0, 500))) return answer
  // The data stands last, on a line of its own or right behind the last line break of a notice.
  for (const { index } of text.matchAll(/(?<=^|\n|\/>)\s*[[{]/g)) {
    const data = text.slice(index).trimStart()
    if (isJson(data)) return { ...answer, bytes: new TextEncoder().encode(data) }
  }
  return answer
}

const OPENING_BRACE = 0x7b
const OPENING_BRACKET = 0x5b

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
