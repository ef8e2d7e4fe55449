import { mkdirSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import ssh2, { type Connection, type SFTPWrapper } from 'ssh2'
import { createFileWire, type FileAct, type FileWire } from './file-wire.ts'
import { type Answer, sftpActs, statusOf } from './sftp-acts.ts'
import { makeSshKey } from './ssh-key.ts'

// A package of old: its names come as one.
const { Server, utils } = ssh2

export interface SftpServerOptions {
  /** A folder of this PC: `/` of the server. */
  readonly root: string
  readonly login: string
  readonly password: string
  /** Lets this key in instead of the password. */
  readonly publicKey?: string
  /** Some lay one file over another; OpenSSH does not. */
  readonly laysOver?: boolean
  /** Asks for the password as a person would be asked. */
  readonly asksOnly?: boolean
}

export interface SftpServer {
  readonly port: number
  readonly wire: FileWire
  readonly sessions: () => number
  close(): Promise<void>
}

export const startSftpServer = async (options: SftpServerOptions): Promise<SftpServer> => {
  mkdirSync(options.root, { recursive: true })
  const wire = createFileWire()
  const sockets = new Set<Socket>()
  const hostKeys = [makeSshKey().private]
  let sessions = 0

  const greet = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    const one = new Server({ hostKeys }, (connection) => {
      connection.on('error', () => socket.destroy())
      letIn(connection, options)
      connection.on('session', (accept) =>
        accept().on('sftp', (enter) => {
          sessions += 1
          serve(enter(), socket, options, wire)
        }),
      )
    })
    one.injectSocket(socket)
  }
  const server = createServer({ noDelay: true }, greet)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  // A server that listens on a port has an address with a port.
  const { port } = server.address() as AddressInfo
  return {
    ...{ port, wire, sessions: () => sessions },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

const letIn = (connection: Connection, { login, password, publicKey, asksOnly }: SftpServerOptions): void => {
  connection.on('authentication', (context) => {
    if (context.username !== login) return context.reject()
    if (context.method === 'password' && publicKey === undefined && !asksOnly)
      return context.password === password ? context.accept() : context.reject(['password'])
    if (context.method === 'keyboard-interactive' && asksOnly)
      return context.prompt([{ prompt: 'Password: ', echo: false }], ([answer]) =>
        answer === password ? context.accept() : context.reject(),
      )
    if (context.method === 'publickey' && publicKey !== undefined) {
      const known = utils.parseKey(publicKey)
      if (known instanceof Error) throw known
      const isKnown = known.getPublicSSH().equals(context.key.data)
      const isProved =
        context.signature === undefined ||
        known.verify(context.blob ?? '', context.signature, context.hashAlgo) === true
      return isKnown && isProved ? context.accept() : context.reject()
    }
    context.reject([asksOnly ? 'keyboard-interactive' : publicKey === undefined ? 'password' : 'publickey'])
  })
}

const STATUS = { closed: 3, refused: 4, full: 4 } as const

const serve = (
  sftp: SFTPWrapper,
  socket: Socket,
  options: SftpServerOptions,
  wire: ReturnType<typeof createFileWire>,
): void => {
  const { acts, nameOf } = sftpActs(options)
  const on = (event: string, kind: FileAct['kind'], pathOf: (args: readonly unknown[]) => string): void => {
    const act = acts[event]
    sftp.on(event as never, (id: number, ...args: readonly unknown[]) => {
      const how = wire.meet({ kind, name: event.toLowerCase(), path: pathOf(args) })
      if (how === 'lost-request') return void socket.destroy()
      if (how === 'closed' || how === 'refused' || how === 'full') return void sftp.status(id, STATUS[how])
      const answer = attempt(() => act?.(how === 'half' ? halved(event, args) : args))
      if (how === 'silent') return
      if (how === 'half' || how === 'lost-answer') return void socket.destroy()
      answer(sftp, id)
    })
  }
  const path = ([first]: readonly unknown[]): string => String(first)
  const named = (args: readonly unknown[]): string => nameOf(args[0])
  for (const event of ['REALPATH', 'STAT', 'LSTAT', 'OPENDIR']) on(event, 'reads', path)
  for (const event of ['READ', 'READDIR', 'FSTAT', 'CLOSE']) on(event, 'reads', named)
  on('OPEN', 'reads', path)
  on('WRITE', 'writes', named)
  for (const event of ['MKDIR', 'REMOVE', 'RENAME']) on(event, 'writes', path)
}

const halved = (event: string, args: readonly unknown[]): readonly unknown[] => {
  if (event !== 'WRITE') return args
  const [handle, offset, bytes] = args
  return [handle, offset, Buffer.isBuffer(bytes) ? bytes.subarray(0, Math.floor(bytes.length / 2)) : bytes]
}

const attempt = (work: () => Answer | undefined): Answer => {
  try {
    return work() ?? ((sftp, id) => sftp.status(id, 8))
  } catch (error) {
    return (sftp, id) => sftp.status(id, statusOf(error))
  }
}
