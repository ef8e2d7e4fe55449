import type { Folders } from '../../connectors/sockets/ports.ts'
import { Fault } from '../../domain/fault.ts'
import { inLocalFolder } from './local-folder.ts'

/** Opens the places in which a connector exchanges files, each as its address says. */
export const createFolders = (side: string): Folders => ({
  use(place, work) {
    const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(place.address)?.[1]?.toLowerCase()
    if (scheme === undefined) return inLocalFolder(side, place.address, work)
    throw new Fault('settings', `Navette exchanges no files by ${scheme}.`, { side })
  },
})
