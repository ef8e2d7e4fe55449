import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

export interface ScreensFile {
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A file of the built screens by the path of its address; null for anything outside their folder, or of an unknown type. */
export const readScreensFile = async (folder: string, path: string): Promise<ScreensFile | null> => {
  const name = decoded(path === '/' ? '/index.html' : path)
  const mediaType = MEDIA_TYPES[extname(name ?? '')]
  if (name === null || mediaType === undefined || /[\0\\:]/.test(name)) return null
  const file = normalize(join(folder, name))
  if (!file.startsWith(normalize(folder) + sep)) return null
  try {
    return { mediaType, bytes: Uint8Array.from(await readFile(file)) }
  } catch {
    // Not there, or a folder: for the window it is not there.
    return null
  }
}

const decoded = (path: string): string | null => {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}
