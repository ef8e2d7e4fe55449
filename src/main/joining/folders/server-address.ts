import { Fault } from '../../domain/fault.ts'

/** Where a server is, and which folder of it. */
export interface ServerAddress {
  readonly host: string
  readonly port: number
  /** Null: where the login leads. */
  readonly root: string | null
}

/** `sftp://host`, `ftps://host:990/in/orders`; a path that begins with `/~/` begins where the login leads. */
export const readServerAddress = (side: string, address: string, usualPort: number): ServerAddress => {
  const refuse = (why: string): Fault => new Fault('settings', `The folder address of ${side} ${why}.`, { side })
  if (!URL.canParse(address)) throw refuse('cannot be read: write it like sftp://host/folder')
  const { hostname, port, pathname, username, password, search, hash } = new URL(address)
  if (username !== '' || password !== '') throw refuse('holds a login: it has fields of its own')
  if (search !== '' || hash !== '') throw refuse('holds a “?” or a “#”: write them as %3F and %23')
  if (hostname === '') throw refuse('names no server')
  const path = asText(pathname)
  if (path === null) throw refuse('holds a “%” that stands for nothing: write it as %25')
  return {
    // An address of version 6 stands in brackets in a link, and without them everywhere else.
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? usualPort : Number(port),
    root: path === '' || path === '/~' ? null : path.replace(/^\/~\//, ''),
  }
}

const asText = (pathname: string): string | null => {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
