import { createHmac } from 'node:crypto'
import type { Received } from '../wire.ts'
import { Refusal } from './refusal.ts'

export interface Credentials {
  readonly consumerKey: string
  readonly consumerSecret: string
  readonly accessToken: string
  readonly accessTokenSecret: string
}

interface Situation {
  readonly credentials: Credentials
  readonly isRevoked: boolean
  readonly acceptsBearer: boolean
  readonly now: number
  /** Nonces seen so far, each with its moment. */
  readonly nonces: Set<string>
}

const TOLERANCE_SECONDS = 600

const refused = (message: string, parameters: readonly string[] | null = null): Refusal =>
  new Refusal(401, message, parameters)

/** Lets a call in whose signature is right by RFC 5849 (sections 3.1 to 3.4), and nobody else. */
export const authenticate = ({ method, url, headers }: Received, situation: Situation): void => {
  const { credentials, isRevoked, acceptsBearer, now, nonces } = situation
  const header = headers.authorization ?? ''
  if (header.startsWith('Bearer ')) {
    if (acceptsBearer && !isRevoked && header === `Bearer ${credentials.accessToken}`) return
    throw new Refusal(401, "The consumer isn't authorized to access %resources.", { resources: 'self' })
  }
  const given = parseHeader(header)
  for (const name of [
    'oauth_consumer_key',
    'oauth_signature',
    'oauth_signature_method',
    'oauth_nonce',
    'oauth_timestamp',
  ])
    if (!given.get(name)) throw refused('oauth_parameters_absent=%1', [name])
  if (given.get('oauth_version') !== undefined && given.get('oauth_version') !== '1.0')
    throw refused('The "%1" OAuth version isn\'t supported.', [given.get('oauth_version') ?? ''])
  if (given.get('oauth_consumer_key') !== credentials.consumerKey)
    throw refused('A consumer having the specified key does not exist')
  if (isRevoked || given.get('oauth_token') !== credentials.accessToken) throw refused('Specified token does not exist')
  const timestamp = Number(given.get('oauth_timestamp'))
  if (!Number.isInteger(timestamp) || Math.abs(timestamp - now / 1000) > TOLERANCE_SECONDS)
    throw refused('The timestamp value in the oauth_timestamp parameter is invalid.')
  const nonce = `${timestamp} ${given.get('oauth_nonce')}`
  if (nonces.has(nonce)) throw refused('The nonce is already being used by the consumer with ID %1.', ['1'])
  nonces.add(nonce)
  if (given.get('oauth_signature_method') !== 'HMAC-SHA256')
    throw refused('Signature method %1 is not supported', [given.get('oauth_signature_method') ?? ''])
  if (given.get('oauth_signature') !== sign(method, url, given, credentials))
    throw refused('The signature is invalid. Verify and try again.')
}

/** 3.5.1: name="value" pairs, both percent-encoded, apart by commas. */
const parseHeader = (header: string): ReadonlyMap<string, string> => {
  const pairs = new Map<string, string>()
  if (!header.startsWith('OAuth ')) return pairs
  for (const part of header.slice('OAuth '.length).split(',')) {
    const [, name, value] = /^\s*([^=\s]+)="([^"]*)"\s*$/.exec(part) ?? []
    if (name !== undefined && value !== undefined) pairs.set(decodeURIComponent(name), decodeURIComponent(value))
  }
  return pairs
}

/** 3.4.1: method, address without query, and every parameter of query and header but the signature itself, sorted. */
const sign = (method: string, url: URL, given: ReadonlyMap<string, string>, credentials: Credentials): string => {
  const ofQuery = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [name = '', value = ''] = pair.split(/=(.*)/s).map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
      return [name, value] as const
    })
  const ofHeader = [...given].filter(([name]) => name !== 'oauth_signature' && name !== 'realm')
  const parameters = [...ofQuery, ...ofHeader]
    .map(([name, value]) => [percent(name), percent(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map((pair) => pair.join('='))
    .join('&')
  const text = [method.toUpperCase(), `${url.protocol}//${url.host}${url.pathname}`, parameters].map(percent).join('&')
  return createHmac('sha256', `${percent(credentials.consumerSecret)}&${percent(credentials.accessTokenSecret)}`)
    .update(text)
    .digest('base64')
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** 3.6: everything but letters, digits and `-._~`, byte by byte. */
const percent = (text: string): string =>
  Array.from(Buffer.from(text), (byte) => {
    const sign = String.fromCharCode(byte)
    return /[A-Za-z0-9\-._~]/.test(sign) ? sign : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  }).join('')
