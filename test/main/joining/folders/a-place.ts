import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Folder, FolderPlace } from '../../../../src/main/connectors/sockets/ports.ts'
import { createFolders } from '../../../../src/main/joining/folders/create-folders.ts'
import { temporaryFolder } from '../../../helpers/temporary-folder.ts'
import { makeCertificate } from '../../../simulators/file-servers/certificate.ts'
import type { FileWire } from '../../../simulators/file-servers/file-wire.ts'
import { type FtpsServerOptions, startFtpsServer } from '../../../simulators/file-servers/ftps-server.ts'
import { type SftpServerOptions, startSftpServer } from '../../../simulators/file-servers/sftp-server.ts'

/** Silence on loopback need not last. */
const TIMEOUT = 400

export interface APlace {
  readonly place: FolderPlace
  /** Opens it, one session for each piece of work. */
  readonly use: <T>(work: (folder: Folder) => Promise<T>, facts?: Partial<FolderPlace>) => Promise<T>
  /** The folder as the other side sees it. */
  readonly disk: string
  readonly wire: FileWire | null
  /** Host keys that were shown. */
  readonly shown: readonly string[]
}

const aPlace = (disk: string, address: string, wire: FileWire | null, trust: readonly string[] = []): APlace => {
  const shown: string[] = []
  const place: FolderPlace = {
    ...{ address, login: 'shop', password: 'pass-word', privateKey: '', hostKey: null },
    onHostKey: (fingerprint) => void shown.push(fingerprint),
  }
  const folders = createFolders('Boutique', { timeoutMs: TIMEOUT, trust })
  return {
    ...{ place, disk, wire, shown },
    use: (work, facts) => folders.use({ ...place, ...facts }, work),
  }
}

const newDisk = () => {
  const root = temporaryFolder()
  const disk = join(root, 'exchange')
  mkdirSync(disk)
  return { root, disk }
}

export const aLocalPlace = async (): Promise<APlace> => {
  const { disk } = newDisk()
  return aPlace(disk, disk, null)
}

export const anSftpPlace = async (options: Partial<SftpServerOptions> = {}): Promise<APlace> => {
  const { root, disk } = newDisk()
  const server = await startSftpServer({ root, login: 'shop', password: 'pass-word', ...options })
  onTestFinished(() => server.close())
  return aPlace(disk, `sftp://127.0.0.1:${server.port}/exchange`, server.wire)
}

export const anFtpsPlace = async (
  options: Partial<FtpsServerOptions> = {},
): Promise<APlace & { heard: readonly string[] }> => {
  const { root, disk } = newDisk()
  const certificate = makeCertificate()
  const server = await startFtpsServer({ root, login: 'shop', password: 'pass-word', ...certificate, ...options })
  onTestFinished(() => server.close())
  const address = `ftps://127.0.0.1:${server.port}/exchange`
  return { ...aPlace(disk, address, server.wire, [certificate.cert]), heard: server.heard }
}
