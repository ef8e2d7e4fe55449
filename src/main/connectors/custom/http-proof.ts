import { createHmac } from 'node:crypto'
import { Fault } from '../../domain/fault.ts'
import type { JsonSpeech } from '../http/json-calls.ts'
import { fill } from './fill.ts'
import type { Office } from './office.ts'
import type { Auth } from './template.ts'

/** What proves who we are, call by call. */
export interface Proof {
  readonly secrets: readonly string[]
  readonly sign?: NonNullable<JsonSpeech['sign']>
  /** A signature is for one address: no redirect is followed with it (custom-backoffice.md B6). */
  readonly follow?: false
}

type Who = Pick<Office['form'], 'login' | 'secret'>
type Hmac = Extract<Auth, { readonly mode: 'hmac' }>

/** Which fields of the form a way of proving needs. */
export const fieldsNeeded = ({ mode }: Auth): readonly (keyof Who)[] => {
  if (mode === 'none') return []
  return mode === 'basic' || mode === 'oauth2' ? ['login', 'secret'] : ['secret']
}

/** The proof of a template's `auth`; `token` is what OAuth2 granted. Throws a `Fault` settings for a field that is empty. */
export const proofOf = (office: Office, token: string | null): Proof => {
  const { template, form, ports } = office
  const { auth } = template.interface
  const missing = fieldsNeeded(auth).find((field) => form[field] === '')
  if (missing !== undefined) throw unfilled(missing, ports.side)
  const { login, secret } = form
  switch (auth.mode) {
    case 'none':
      return { secrets: [] }
    case 'basic':
      return bearing({ authorization: `Basic ${Buffer.from(`${login}:${secret}`).toString('base64')}` }, [secret])
    case 'bearer':
      return bearing({ authorization: `Bearer ${ofHeader(secret, 'secret', ports.side)}` }, [secret])
    case 'header':
      return bearing({ [auth.name]: ofHeader(secret, 'secret', ports.side) }, [secret])
    case 'query':
      return { secrets: [secret], sign: ({ url }) => ({ url: withParameter(url, auth.name, secret) }) }
    case 'oauth2':
      return bearing({ authorization: `Bearer ${token}` }, [secret, ...(token === null ? [] : [token])])
    case 'hmac':
      return { secrets: [secret], sign: signing(auth, office), follow: false }
  }
}

const bearing = (headers: Readonly<Record<string, string>>, secrets: readonly string[]): Proof => ({
  secrets,
  sign: () => ({ headers }),
})

const signing =
  (auth: Hmac, { form: { login, secret }, ports: { clock, side }, template }: Office): NonNullable<Proof['sign']> =>
  ({ method, url, body }) => {
    const date = dateOf(auth, clock.now())
    const values = { method, path: `${url.pathname}${url.search}`, body, date, login }
    const message = fill(auth.message, { values, tables: template })
    const signature = createHmac(auth.algorithm, secret).update(message).digest(auth.encoding)
    return {
      headers: {
        [auth.header]: signature,
        ...(auth.dateHeader === undefined ? {} : { [auth.dateHeader]: date }),
        ...(auth.loginHeader === undefined ? {} : { [auth.loginHeader]: ofHeader(login, 'login', side) }),
      },
    }
  }

const dateOf = ({ dateAs }: Hmac, now: number): string => {
  if (dateAs === 'iso') return new Date(now).toISOString()
  return String(dateAs === 'seconds' ? Math.floor(now / 1000) : now)
}

const withParameter = (url: URL, name: string, value: string): URL => {
  const signed = new URL(url)
  signed.searchParams.set(name, value)
  return signed
}

/** What stands in a header has no line break and no accent: what was pasted with one is not the key. */
const ofHeader = (value: string, field: keyof Who, side: string): string => {
  if (/^[!-~]([ -~]*[!-~])?$/.test(value)) return value
  const message = `${side}: ${WORDS[field]} holds a sign that no key has (a line break, a blank, an accent): enter it again.`
  throw new Fault('settings', message, { side, detail: { field } })
}

const WORDS = { login: 'a user name or client ID', secret: 'a password, token or key' } as const

const unfilled = (field: keyof Who, side: string): Fault =>
  new Fault('settings', `${side} wants ${WORDS[field]}, as its template says: enter it.`, { side, detail: { field } })
