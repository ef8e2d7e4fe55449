import { z } from 'zod'
import { Fault, isFault } from '../../domain/fault.ts'
import type { FileThere, Folder, FolderPlace } from '../sockets/ports.ts'
import type { Office } from './office.ts'

export interface FilePlace {
  /** One session for one piece of work. */
  use<T>(work: (folder: Folder) => Promise<T>): Promise<T>
  /** The host key an SFTP server showed first; null for other places. */
  hostKey(): string | null
}

export const NO_FOLDER = 'The template exchanges files: fill in “Folder for files”.'

/** The place of the form. An SFTP server must go on showing the host key it showed first, unless the form names one. */
export const createFilePlace = ({ form: values, ports }: Office): FilePlace => {
  const { side, folders, records } = ports
  const key = `files/host-key/${values.folder}`
  const known = (): string | null => values.hostKey || records.read(key, z.string())
  return {
    hostKey: known,
    async use(work) {
      if (values.folder === '') throw new Fault('settings', NO_FOLDER, { side, detail: { field: 'folder' } })
      const hostKey = known()
      const place: FolderPlace = {
        ...{ address: values.folder, login: values.folderLogin, password: values.folderSecret },
        ...{ privateKey: values.folderKey, hostKey },
        onHostKey: (fingerprint) => {
          if (hostKey === null) records.save(key, fingerprint)
        },
      }
      return folders.use(place, work)
    },
  }
}

/** A folder nobody has made yet holds no files. */
export const filesIn = async (folder: Folder, path: string): Promise<readonly FileThere[]> => {
  try {
    return await folder.list(path)
  } catch (error) {
    if (isFault(error, 'settings') && error.detail['code'] === 'ENOENT') return []
    throw error
  }
}

export const below = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
