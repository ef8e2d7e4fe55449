import { randomBytes } from 'node:crypto'
import type { Reply } from '../wire.ts'
import { json } from './graphql-address.ts'

export interface App {
  clientId: string
  clientSecret: string
  scopes: readonly string[]
  /** False: uninstalled, or its version never released. */
  isInstalled: boolean
  /** False: another organisation's. */
  isOurs: boolean
}

const LIFE_SECONDS = 86_399

/** Client credentials for a token that lives a day (shopify.md 1.2). */
export const createTokenAddress = (app: App, now: () => number) => {
  const tokens = new Map<string, number>()

  const refusal = (id: string | null, secret: string | null): Reply | null => {
    if (id !== app.clientId)
      return page('Oauth error application_cannot_be_found: Unable to find Shopify API application')
    if (secret !== app.clientSecret)
      return json(401, { error: 'invalid_client', error_description: 'Client authentication failed.' })
    if (!app.isOurs) return page('Oauth error shop_not_permitted: Client credentials cannot be performed on this shop.')
    return app.isInstalled
      ? null
      : page('Oauth error app_not_installed: The application is not installed on this shop.')
  }

  return {
    answer(body: string, type: string): Reply {
      const given = new Map(
        Object.entries(type.includes('json') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))),
      )
      if (given.get('grant_type') !== 'client_credentials') return json(400, { error: 'unsupported_grant_type' })
      const refused = refusal(text(given.get('client_id')), text(given.get('client_secret')))
      if (refused !== null) return refused
      const token = `shpat_${randomBytes(16).toString('hex')}`
      tokens.set(token, now() + LIFE_SECONDS * 1000)
      return json(200, { access_token: token, scope: app.scopes.join(','), expires_in: LIFE_SECONDS })
    },
    /** A token of an app made in the admin lives for ever. */
    add: (token: string): void => void tokens.set(token, Number.POSITIVE_INFINITY),
    knows: (token: string): boolean => app.isInstalled && (tokens.get(token) ?? 0) > now(),
    /** All that were given, ended: as when the secret is changed there. */
    revoke: (): void => tokens.clear(),
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Refusals come on a page for people. */
const page = (words: string): Reply => ({
  status: 400,
  headers: { 'content-type': 'text/html' },
  body: `<!DOCTYPE html><html><body><h1>${words}</h1></body></html>`,
})
