import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'

export interface UploadedFile {
  readonly name: string
  readonly bytes: Buffer
}

/** The largest file an aggregator states (2.6). */
const MAX_BYTES = 30 * 1024 * 1024

/** The part named `file` of a multipart body; null when there is none, or when it is broken or too large (2.4). */
export const readUpload = async (request: IncomingMessage): Promise<UploadedFile | null> => {
  if (!/^multipart\/form-data/i.test(request.headers['content-type'] ?? '')) {
    request.resume()
    return null
  }
  return new Promise((resolve) => {
    let file: UploadedFile | null = null
    const giveUp = () => {
      request.unpipe()
      request.resume()
      resolve(null)
    }
    try {
      const form = busboy({ headers: request.headers, limits: { fileSize: MAX_BYTES } })
      form.on('file', (part, stream, { filename }) => {
        const chunks: Buffer[] = []
        let cut = false
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('limit', () => {
          cut = true
        })
        stream.on('close', () => {
          if (part === 'file' && !cut) file = { name: filename ?? 'fichier.xml', bytes: Buffer.concat(chunks) }
        })
      })
      form.on('error', giveUp)
      form.on('close', () => resolve(file))
      request.pipe(form)
    } catch {
      // busboy refuses a multipart header without a boundary.
      giveUp()
    }
  })
}
