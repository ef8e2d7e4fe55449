import type { Reply } from '../wire.ts'

/** An answer in the shop's form of errors (ccvshop.md 6). */
export class ShopError extends Error {
  override readonly name = 'ShopError'
  readonly reply: Reply

  constructor(status: number, code: string, message: string) {
    super(message)
    this.reply = json(status, { status, code, developermessage: message, usermessage: 'Something went wrong.' })
  }
}

export const json = (status: number, value: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json; charset=UTF-8' },
  body: JSON.stringify(value),
})

export const NO_CONTENT: Reply = { status: 204, body: '' }

export const invalid = (message: string): ShopError => new ShopError(400, '400.10', message)
export const notFound = (what: string): ShopError => new ShopError(404, '404.10', `${what} was not found.`)
export const noResource = (): ShopError => new ShopError(404, '404.20', 'The resource name is invalid.')
export const notAllowed = (): ShopError => new ShopError(405, '405.10', 'The method is not allowed for this key.')

export const page = (status: number): Reply => ({
  status,
  headers: { 'content-type': 'text/html; charset=UTF-8' },
  body: '<!DOCTYPE html><html lang="nl"><body>Even geduld, onderhoud.</body></html>',
})
