const HIDDEN = '••••'

/** `token=…`, `"consumerSecret": "…"`, `Authorization: Bearer …`: the name of the value tells. */
const NAMED =
  /(["']?[\w-]*(?:token|secret|password|passwd|pwd|authorization|api_?key|access_?key|consumer_?key|cookie)["']?\s*[=:]\s*["']?(?:(?:bearer|basic)\s+)?)([^\s"'&,;}]+)/gi
const IN_ADDRESS = /(\w+:\/\/)[^\s/@]+@/g
/** A database key, or a digest, which is no loss. */
const KEY = /\b[0-9a-f]{64}\b/gi
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/**
 * The net under what never should be there: the log is made of our own sentences, and calls are cleaned where they are made
 * (`connectors/http/redact.ts`); this catches what an unforeseen error brings along.
 */
export const withoutSecrets = (text: string): string =>
  text
    .replaceAll(NAMED, `$1${HIDDEN}`)
    .replaceAll(IN_ADDRESS, `$1${HIDDEN}@`)
    .replaceAll(KEY, HIDDEN)
    .replaceAll(MAIL, HIDDEN)
