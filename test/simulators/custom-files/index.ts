import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCertificate } from '../file-servers/certificate.ts'
import type { FileTrouble, FileWire } from '../file-servers/file-wire.ts'
import { startFtpsServer } from '../file-servers/ftps-server.ts'
import { startSftpServer } from '../file-servers/sftp-server.ts'
import type { Simulator, SimulatorOptions } from '../simulator.ts'
import type { Spoiling, Wire } from '../wire.ts'
import { handsAt, seenAt } from './hands.ts'
import { createImporter, type Importer } from './importer.ts'
import { TEMPLATE } from './template.ts'

export interface CustomFilesSimulator extends Simulator<null> {
  readonly importer: Importer
  /** The folder as it sees it. */
  readonly disk: string
  /** What happens to the files on their way; null for a folder of this PC. */
  readonly files: FileWire | null
  /** Certificates (PEM) that its server goes by. */
  readonly trust: readonly string[]
}

const LOGIN = 'navette'
const PASSWORD = 'a-pass-word-2'

interface Served {
  readonly address: string
  readonly files: FileWire | null
  readonly trust?: readonly string[]
  readonly revoke?: () => Promise<void>
  close(): Promise<void>
}

/** An importer of files, and how its folder is reached. */
const start = async (
  serve: (root: string, name: string) => Promise<Served>,
  { now = Date.now }: SimulatorOptions,
): Promise<CustomFilesSimulator> => {
  const root = mkdtempSync(join(tmpdir(), 'navette-importer-'))
  const disk = join(root, 'exchange')
  mkdirSync(disk)
  const importer = createImporter(disk, now)
  const { address, files, trust = [], revoke = null, close } = await serve(root, 'exchange')
  const isServer = files !== null
  return {
    ...{ importer, disk, files, trust, wire: null, isCreation: () => false },
    url: new URL(isServer ? address : `file://${disk}`),
    values: {
      ...{ template: TEMPLATE, folder: address },
      ...(isServer ? { folderLogin: LOGIN, folderSecret: PASSWORD } : {}),
    },
    there: { ...handsAt(importer, disk), revoke },
    ...(isServer ? { fire: fireOf(files) } : {}),
    seen: seenAt(importer),
    goOn: async () => importer.work(),
    async close() {
      await close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

export const startCustomFolderSimulator = (options: SimulatorOptions): Promise<CustomFilesSimulator> =>
  start(async (root, name) => ({ address: join(root, name), files: null, close: async () => undefined }), options)

export const startCustomSftpSimulator = (options: SimulatorOptions): Promise<CustomFilesSimulator> =>
  start(async (root, name) => {
    const known = { root, login: LOGIN, password: PASSWORD }
    const { port, wire, close } = await startSftpServer(known)
    const revoke = async (): Promise<void> => void Object.assign(known, { password: 'another-one' })
    return { address: `sftp://127.0.0.1:${port}/${name}`, files: wire, revoke, close }
  }, options)

export const startCustomFtpsSimulator = (options: SimulatorOptions): Promise<CustomFilesSimulator> =>
  start(async (root, name) => {
    const certificate = makeCertificate()
    const { port, wire, close } = await startFtpsServer({ root, login: LOGIN, password: PASSWORD, ...certificate })
    return { address: `ftps://127.0.0.1:${port}/${name}`, files: wire, trust: [certificate.cert], close }
  }, options)

/** What a wire of calls does, as it befalls files. */
const AS_FILES: Readonly<Record<Spoiling, FileTrouble>> = {
  ...{ 'lost-request': 'lost-request', 'lost-answer': 'lost-answer', 'server-error': 'lost-answer', busy: 'refused' },
  ...{ firewall: 'lost-request', page: 'refused', empty: 'lost-answer', truncated: 'half', slow: 'half' },
}

const fireOf = ({ spoil, calm }: FileWire): Pick<Wire, 'spoil' | 'calm'> => ({
  calm,
  spoil: (how, which = () => true, times = 1) =>
    spoil(
      AS_FILES[how],
      ({ kind, path }) =>
        which({
          method: kind === 'reads' ? 'GET' : 'PUT',
          url: new URL(`sftp://127.0.0.1${encodeURI(path)}`),
          headers: {},
          body: Buffer.alloc(0),
        }),
      times,
    ),
})
