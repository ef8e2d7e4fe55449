import { createHash } from 'node:crypto'
import { Client, type SFTPWrapper } from 'ssh2'
import type { FolderPlace } from '../../connectors/sockets/ports.ts'
import { Fault } from '../../domain/fault.ts'
import { loginFault } from './login-fault.ts'
import type { ServerAddress } from './server-address.ts'

export interface SftpOptions {
  readonly side: string
  readonly place: FolderPlace
  readonly timeoutMs: number
}

/** One question to the server. Rejects with its status, or with whatever ended the connection. */
export type Ask = <T>(question: (sftp: SFTPWrapper, done: Done<T>) => void) => Promise<T>
export type Done<T> = (error?: Error | null, value?: T) => void

/** Works over one connection, which ends with the work. */
export const inSftpSession = async <T>(
  options: SftpOptions,
  server: ServerAddress,
  work: (ask: Ask) => Promise<T>,
): Promise<T> => {
  const client = new Client()
  const lost = new Promise<never>((_, fail) => {
    client.on('error', fail)
    client.on('close', () => fail(new Error('The connection ended')))
  })
  lost.catch(() => undefined) // it may end when nobody is waiting any more
  try {
    await logIn(client, options, server)
    const sftp = await Promise.race([lost, openSftp(client, options.side, server.host)])
    const ask = <U>(question: (sftp: SFTPWrapper, done: Done<U>) => void): Promise<U> =>
      Promise.race([lost, inTime<U>(client, options.timeoutMs, (done) => question(sftp, done))])
    return await work(ask)
  } finally {
    client.end()
  }
}

const logIn = async (client: Client, options: SftpOptions, server: ServerAddress): Promise<void> => {
  const { side, place, timeoutMs } = options
  let shown = ''
  let isOther = false
  const ready = new Promise<void>((enter, fail) => {
    client.once('ready', enter)
    client.once('error', fail)
    client.once('close', () => fail(new Error('The connection ended')))
  })
  // Many servers ask for the password as a person would be asked.
  client.on('keyboard-interactive', (_name, _instructions, _language, prompts, finish) =>
    finish(prompts.map(() => place.password)),
  )
  try {
    client.connect({
      ...{ host: server.host, port: server.port, username: place.login, readyTimeout: timeoutMs },
      ...{ keepaliveInterval: timeoutMs, keepaliveCountMax: 2 },
      ...(place.privateKey === ''
        ? { password: place.password, tryKeyboard: true }
        : { privateKey: place.privateKey, ...(place.password === '' ? {} : { passphrase: place.password }) }),
      hostVerifier: (key: Buffer) => {
        shown = fingerprintOf(key)
        isOther = place.hostKey !== null && bare(place.hostKey) !== bare(shown)
        return !isOther
      },
    })
    client.setNoDelay(true) // each question waits for its answer: there is nothing to be gathered
    await ready
  } catch (error) {
    throw isOther ? otherHostKey(side, server.host, place.hostKey ?? '', shown) : loginFault(side, server.host, error)
  }
  place.onHostKey(shown)
}

const openSftp = (client: Client, side: string, host: string): Promise<SFTPWrapper> =>
  new Promise((opened, fail) => {
    client.sftp((error, sftp) => {
      if (error) fail(new Fault('settings', `${host} exchanges no files by SFTP.`, { side, cause: error }))
      else opened(sftp)
    })
  })

/** As OpenSSH writes it. */
const fingerprintOf = (key: Buffer): string => `SHA256:${bare(createHash('sha256').update(key).digest('base64'))}`
const bare = (fingerprint: string): string =>
  fingerprint
    .trim()
    .replace(/^SHA256:/i, '')
    .replace(/=+$/, '')

const otherHostKey = (side: string, host: string, known: string, shown: string): Fault =>
  new Fault(
    'settings',
    `${host} shows the host key ${shown}, and not ${known} as before. It was set up anew, or somebody stands between. ` +
      'Ask whoever runs it; if the new key is right, write it into the field of the host key.',
    { side, detail: { code: 'HOST_KEY', known, shown } },
  )

/** A server that falls silent is left: what comes later has nobody waiting for it. */
const inTime = <T>(client: Client, timeoutMs: number, ask: (done: Done<T>) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      client.destroy()
      reject(new Error('No answer in time'))
    }, timeoutMs)
    ask((error, value) => {
      clearTimeout(timer)
      if (error) reject(error)
      // What has no value to tell is asked for as `undefined`.
      else resolve(value as T)
    })
  })
