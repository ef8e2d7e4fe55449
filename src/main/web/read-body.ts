import type { IncomingMessage } from 'node:http'

export type Body = { readonly text: string } | 'too-large' | 'not-text'

/** Reads a request to its end as UTF-8; gives up at the first byte too many. */
export const readBody = async (request: IncomingMessage, maxBytes: number): Promise<Body> => {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return 'too-large'
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    // Without an encoding set, a request yields buffers.
    const bytes = chunk as Buffer
    size += bytes.length
    if (size > maxBytes) return 'too-large'
    chunks.push(bytes)
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) }
  } catch {
    return 'not-text'
  }
}

export const mediaTypeOf = (contentType: string | undefined): string =>
  (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
