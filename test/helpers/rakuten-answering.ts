import { readFileSync } from 'node:fs'
import { createHttp } from '../../src/main/connectors/http/create-http.ts'
import { rakutenFrance } from '../../src/main/connectors/rakuten-france/index.ts'
import type { Marketplace } from '../../src/main/connectors/sockets/marketplace.ts'
import type { Records } from '../../src/main/connectors/sockets/ports.ts'
import { type ClockByHand, clockByHand } from './clock-by-hand.ts'
import { type Received, serveOnLoopback } from './loopback-server.ts'
import { noFolders } from './no-folders.ts'
import { recordsInMemory } from './records-in-memory.ts'

/** A sample of the specification, `name` without its extension, as the bytes it is. */
export const sample = (name: string): Buffer =>
  readFileSync(new URL(`../fixtures/rakuten-france/${name}.xml`, import.meta.url))

interface Answering {
  readonly marketplace: Marketplace
  /** The calls, in order, as the server saw them. */
  readonly received: readonly Received[]
  readonly clock: ClockByHand
}

interface Setting {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly records?: Records
  readonly clock?: ClockByHand
  readonly callsPerHour?: string
}

/** A Rakuten that says what it is told, call after call, and repeats the last of it. */
export const rakutenAnswering = async (
  bodies: readonly (Buffer | string)[],
  { status = 200, headers = {}, records = recordsInMemory(), clock = clockByHand(), callsPerHour = '' }: Setting = {},
): Promise<Answering> => {
  const { url, received } = await serveOnLoopback((_, response, count) => {
    response.writeHead(status, headers).end(bodies[Math.min(count, bodies.length) - 1])
  })
  const marketplace = rakutenFrance.connect(
    { login: 'boutique-démo', token: 't0ken+é', baseUrl: url.href, callsPerHour },
    {
      side: 'Rakuten',
      http: createHttp({ clock, pace: { turn: async () => undefined } }),
      clock,
      records,
      folders: noFolders,
    },
  )
  return { marketplace, received, clock }
}

/** Wraps what a response holds as Rakuten does; the root's name says nothing. */
export const responseWith = (inside: string): string =>
  `<?xml version="1.0"?><result><request/><response>${inside}</response></result>`

export const errorWith = (
  details: readonly string[],
  code = 'ParameterError',
  type = 'Sender',
  message = 'Problem with parameters.',
): string =>
  `<errorresponse><error><type>${type}</type><code>${code}</code><message>${message}</message><details>${details
    .map((detail) => `<detail><![CDATA[ ${detail} ]]></detail>`)
    .join('')}</details></error></errorresponse>`
