import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a small file so that a crash leaves the old one or the new one, never half of it. Readable by its owner only. */
export const writeWholeFile = (path: string, text: string): void => {
  const unfinished = `${path}.partial`
  const file = openSync(unfinished, 'w', 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  putInPlace(unfinished, path)
}

/** Makes what another writer left in `unfinished` durable, then gives it its name. */
export const finishFile = (unfinished: string, path: string): void => {
  sync(unfinished, 'r+')
  putInPlace(unfinished, path)
}

const putInPlace = (unfinished: string, path: string): void => {
  renameSync(unfinished, path)
  // Windows knows no syncing of folders.
  if (process.platform !== 'win32') sync(dirname(path), 'r')
}

const sync = (path: string, flags: 'r' | 'r+'): void => {
  const file = openSync(path, flags)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
