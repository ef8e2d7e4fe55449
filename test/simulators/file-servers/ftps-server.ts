import { mkdirSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import { createFileWire, type FileWire } from './file-wire.ts'
import { ftpConversation } from './ftp-conversation.ts'

export interface FtpsServerOptions {
  /** A folder of this PC: `/` of the server. */
  readonly root: string
  readonly login: string
  readonly password: string
  readonly key: string
  readonly cert: string
  /** Speaks TLS from the first byte. */
  readonly implicit?: boolean
  /** Has no TLS at all. */
  readonly plain?: boolean
}

export interface FtpsServer {
  readonly port: number
  readonly wire: FileWire
  /** Every command that came, secrets included. */
  readonly heard: readonly string[]
  close(): Promise<void>
}

/** FTP over TLS (RFC 959, 4217, 3659, 2428) as strict as the strictest: nothing but TLS, passive data alone, binary alone. */
export const startFtpsServer = async (options: FtpsServerOptions): Promise<FtpsServer> => {
  mkdirSync(options.root, { recursive: true })
  const wire = createFileWire()
  const heard: string[] = []
  const open = new Set<{ destroy(): void }>()

  const secured = (socket: Socket): TLSSocket => {
    const tls = new TLSSocket(socket, { isServer: true, key: options.key, cert: options.cert, minVersion: 'TLSv1.2' })
    tls.on('error', () => socket.destroy())
    return tls
  }
  const listen = async (onSocket: (socket: Socket) => void): Promise<Server> => {
    // Small answers held back until the last one is acknowledged would cost 40 ms each.
    const server = createServer({ noDelay: true }, (socket) => {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => open.delete(socket))
      onSocket(socket)
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    return server
  }
  const control = await listen((socket) => {
    const talk = ftpConversation({ ...options, wire, heard, secured, listen, portOf })
    talk(options.implicit ? secured(socket) : socket, socket)
  })
  return {
    ...{ port: portOf(control), wire, heard },
    close: () =>
      new Promise((closed) => {
        control.close(() => closed())
        for (const one of open) one.destroy()
      }),
  }
}

// A server that listens on a port has an address with a port.
const portOf = (server: Server): number => (server.address() as AddressInfo).port
