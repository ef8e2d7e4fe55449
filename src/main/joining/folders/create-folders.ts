import type { Folders } from '../../connectors/sockets/ports.ts'
import { Fault } from '../../domain/fault.ts'
import { inLocalFolder } from './local-folder.ts'

export interface FoldersOptions {
  /** How long a server may be silent. */
  readonly timeoutMs?: number
  /** Certificates (PEM) that vouch for servers beside those everybody trusts. */
  readonly trust?: readonly string[]
}

/** Opens the places in which a connector exchanges files, each as its address says. What speaks to servers is loaded for those who have one. */
export const createFolders = (side: string, { timeoutMs = 30_000, trust = [] }: FoldersOptions = {}): Folders => ({
  async use(place, work) {
    const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(place.address)?.[1]?.toLowerCase()
    switch (scheme) {
      case undefined:
        return inLocalFolder(side, place.address, work)
      case 'sftp':
        return (await import('./sftp-folder.ts')).inSftpFolder({ side, place, timeoutMs }, work)
      case 'ftps':
        return (await import('./ftps-folder.ts')).inFtpsFolder({ side, place, timeoutMs, trust }, work)
      default:
        throw new Fault('settings', `Navette exchanges no files by ${scheme}: a folder, sftp:// or ftps://.`, { side })
    }
  },
})
