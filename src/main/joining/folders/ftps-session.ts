import { isIP } from 'node:net'
import { rootCertificates } from 'node:tls'
import { Client, FTPError } from 'basic-ftp'
import type { FolderPlace } from '../../connectors/sockets/ports.ts'
import { Fault } from '../../domain/fault.ts'
import type { ServerAddress } from './server-address.ts'

export interface FtpsOptions {
  readonly side: string
  readonly place: FolderPlace
  readonly timeoutMs: number
  readonly trust: readonly string[]
}

/** Where TLS is spoken from the first byte; everywhere else it is asked for. */
const IMPLICIT_PORT = 990

/** Works over one connection, which ends with the work. Nothing travels before the server has proved who it is. */
export const inFtpsSession = async <T>(
  options: FtpsOptions,
  server: ServerAddress,
  work: (client: Client) => Promise<T>,
): Promise<T> => {
  const client = new Client(options.timeoutMs)
  try {
    await logIn(client, options, server)
    return await work(client)
  } finally {
    client.close()
  }
}

const logIn = async (client: Client, options: FtpsOptions, { host, port }: ServerAddress): Promise<void> => {
  const { side, place, trust } = options
  try {
    await client.access({
      ...{ host, port, user: place.login, password: place.password },
      secure: port === IMPLICIT_PORT ? 'implicit' : true,
      secureOptions: {
        host,
        minVersion: 'TLSv1.2',
        ...(isIP(host) === 0 ? { servername: host } : {}),
        ...(trust.length === 0 ? {} : { ca: [...rootCertificates, ...trust] }),
      },
    })
  } catch (error) {
    throw notLetIn(side, host, error)
  }
}

const notLetIn = (side: string, host: string, error: unknown): Fault => {
  const code = error instanceof FTPError ? error.code : 0
  if (code === 530 || code === 332)
    return new Fault('credentials', `${host} refused the login or the password.`, { side, cause: error })
  if (code >= 500)
    return new Fault('settings', `${host} offers no encryption, and Navette sends no password without.`, {
      side,
      cause: error,
    })
  const tls = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/CERT|ISSUER|ALTNAME|SIGNATURE/.test(tls))
    return new Fault('settings', `The certificate of ${host} does not prove who it is (${tls}). Ask whoever runs it.`, {
      side,
      cause: error,
      detail: { code: tls },
    })
  return new Fault('unreachable', `${host} does not answer.`, { side, cause: error })
}
