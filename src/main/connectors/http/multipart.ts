import { randomUUID } from 'node:crypto'

interface Upload {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/** One file as `multipart/form-data`. */
export const multipartFile = (part: string, fileName: string, type: string, content: Uint8Array | string): Upload => {
  const boundary = `navette-${randomUUID()}`
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${part}"; filename="${fileName}"\r\nContent-Type: ${type}\r\n\r\n`
  return {
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  }
}
