import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

export interface RendererFile {
  readonly mediaType: string
  readonly bytes: Buffer
  /** Its name holds a digest of its content. */
  readonly immutable: boolean
}

const decoded = (path: string): string | null => {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** Reads files of the built renderer, and nothing outside that folder: neither by `..`, nor by a link, nor of an unknown type. */
export const createRendererFiles = (folder: string) => ({
  async read(urlPath: string): Promise<RendererFile | null> {
    const path = decoded(urlPath === '/' ? '/index.html' : urlPath)
    const mediaType = MEDIA_TYPES[extname(path ?? '')]
    if (path === null || mediaType === undefined || /[\0\\:]/.test(path)) return null
    try {
      const file = await realpath(join(folder, path))
      if (!file.startsWith((await realpath(folder)) + sep)) return null
      return { mediaType, bytes: await readFile(file), immutable: path.startsWith('/assets/') }
    } catch {
      // Not there, a folder, or not readable: for the browser it is not there.
      return null
    }
  },
})

export type RendererFiles = ReturnType<typeof createRendererFiles>
