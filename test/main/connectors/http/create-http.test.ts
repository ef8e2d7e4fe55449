import type { ServerResponse } from 'node:http'
import { inspect } from 'node:util'
import { describe, expect, it, vi } from 'vitest'
import type { CallRecord } from '../../../../src/main/connectors/http/call-record.ts'
import { createHttp } from '../../../../src/main/connectors/http/create-http.ts'
import type { HttpRequest } from '../../../../src/main/connectors/sockets/ports.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'
import { serveOnLoopback } from '../../../helpers/loopback-server.ts'

const freely = { turn: async () => undefined }

const nobodyHome = async (): Promise<URL> => {
  const server = await serveOnLoopback(() => undefined)
  await server.close()
  return server.url
}

const aClient = () => {
  const calls: CallRecord[] = []
  const clock = clockByHand()
  const onServerDate = vi.fn()
  const http = createHttp({ clock, pace: freely, side: 'Boutique', onCall: (call) => calls.push(call), onServerDate })
  return { http, calls, clock, onServerDate }
}

const aRead = (url: URL, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  name: 'orders',
  safe: true,
  ...more,
})
const anAct = (url: URL, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'POST',
  url,
  name: 'create',
  safe: false,
  ...more,
})

describe('createHttp', () => {
  it('resolves with any status, headers and bytes untouched', async () => {
    const { url } = await serveOnLoopback((_, response) =>
      response.writeHead(503, { 'x-more': '1' }).end(Buffer.from([0xe9, 0])),
    )
    const { http } = aClient()

    const answer = await http.send(aRead(url))

    expect(answer.status).toBe(503)
    expect(answer.headers.get('x-more')).toBe('1')
    expect(answer.bytes).toEqual(Buffer.from([0xe9, 0]))
  })

  it('sends method, headers and body as they were given', async () => {
    const server = await serveOnLoopback((_, response) => response.end())
    const { http } = aClient()

    await http.send(anAct(server.url, { headers: { 'content-type': 'text/xml' }, body: Buffer.from([1, 0xff]) }))

    expect(server.received).toMatchObject([
      { method: 'POST', headers: { 'content-type': 'text/xml' }, body: Buffer.from([1, 0xff]) },
    ])
  })

  it('says that nothing was done when nobody is there, after a second try of a read', async () => {
    const { http, calls, clock } = aClient()

    const sending = http.send(aRead(await nobodyHome()))

    await expect(sending).rejects.toMatchObject({ kind: 'unreachable', side: 'Boutique', outcome: 'not-done' })
    expect(calls.map(({ attempt, fault }) => [attempt, fault])).toEqual([
      [1, 'unreachable'],
      [2, 'unreachable'],
    ])
    expect(clock.slept).toEqual([1000])
  })

  it('goes on after a read that broke once', async () => {
    const { url } = await serveOnLoopback((_, response, count) =>
      count === 1 ? response.destroy() : response.end('ok'),
    )
    const { http, calls } = aClient()

    const answer = await http.send(aRead(url))

    expect(Buffer.from(answer.bytes).toString()).toBe('ok')
    expect(calls).toHaveLength(2)
  })

  it.each([
    ['drops the connection without an answer', (response: ServerResponse) => void response.destroy()],
    [
      'drops it in the middle of the answer',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('half', () => response.destroy())
      },
    ],
    ['does not answer in time', () => undefined],
  ])('does not know whether an act worked when the server %s, and does not repeat it', async (_, misbehave) => {
    const server = await serveOnLoopback((_request, response) => misbehave(response))
    const { http } = aClient()

    const sending = http.send(anAct(server.url, { body: 'x', timeoutMs: 200 }))

    await expect(sending).rejects.toMatchObject({ kind: 'unreachable', outcome: 'unknown' })
    expect(server.received).toHaveLength(1)
  })

  it('stops reading an answer that is too long, however it is told, and does not conclude from it', async () => {
    const { url } = await serveOnLoopback((_, response) => {
      response.on('error', () => undefined)
      const more = () => void response.write('x'.repeat(100_000), (error) => error ?? more())
      more()
    })
    const { http } = aClient()

    await expect(http.send(anAct(url, { maxBytes: 1024 * 1024 }))).rejects.toMatchObject({
      kind: 'unreadable',
      message: 'Boutique answered more than 1 MB.',
      outcome: 'unknown',
    })
  })

  it('calls nobody over plain http but this PC', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>()
    const http = createHttp({ clock: clockByHand(), pace: freely, fetch })

    await expect(http.send(aRead(new URL('http://shop.example/?key=1')))).rejects.toMatchObject({
      kind: 'settings',
      message: 'shop.example can only be called over https.',
    })
    expect(fetch).not.toHaveBeenCalled()
  })

  it('follows a read on the same host, three times at most', async () => {
    const server = await serveOnLoopback(({ url }, response) => {
      const hops = Number(url.searchParams.get('hops'))
      if (hops === 0) return response.end('there')
      return response.writeHead(302, { location: `/?hops=${hops - 1}` }).end()
    })
    const { http } = aClient()

    const answer = await http.send(aRead(new URL('?hops=3', server.url)))

    expect(Buffer.from(answer.bytes).toString()).toBe('there')
    await expect(http.send(aRead(new URL('?hops=4', server.url)))).rejects.toMatchObject({ kind: 'unreadable' })
  })

  it.each([
    ['a read to another host', aRead, 'https://elsewhere.example/login'],
    ['an act anywhere', anAct, '/other'],
  ])('does not follow %s', async (_, request, location) => {
    const server = await serveOnLoopback((_request, response) => response.writeHead(302, { location }).end())
    const { http } = aClient()

    await expect(http.send(request(server.url))).rejects.toMatchObject({ kind: 'unreadable' })
    expect(server.received).toHaveLength(1)
  })

  it('does not follow a read that is not to be followed, and says where it was sent', async () => {
    const server = await serveOnLoopback((_request, response) =>
      response.writeHead(302, { location: '/?token=abc' }).end(),
    )
    const { http } = aClient()

    await expect(http.send({ ...aRead(server.url), follow: false })).rejects.toMatchObject({
      detail: { code: 'REDIRECTED', origin: new URL(server.url).origin },
    })
    expect(server.received).toHaveLength(1)
  })

  it('tells the server’s clock beside our own', async () => {
    const { url } = await serveOnLoopback((_, response) =>
      response.setHeader('date', 'Mon, 12 Jan 2026 10:00:00 GMT').end(),
    )
    const { http, clock, onServerDate } = aClient()

    await http.send(aRead(url))

    expect(onServerDate).toHaveBeenCalledWith(url.host, Date.parse('2026-01-12T10:00:00Z'), clock.now())
  })

  it('waits for its turn before every attempt', async () => {
    const turn = vi.fn(async () => undefined)
    const http = createHttp({ clock: clockByHand(), pace: { turn } })

    const nobody = await nobodyHome()

    await expect(http.send(aRead(nobody))).rejects.toThrow()

    expect(turn.mock.calls).toEqual([
      [nobody, undefined],
      [nobody, undefined],
    ])
  })
})

describe('what is told about a call', () => {
  it('holds what was sent and what came, beginnings only', async () => {
    const { url } = await serveOnLoopback((_, response) => response.end('é'.repeat(10_000)))
    const { http, calls } = aClient()

    await http.send(anAct(url, { body: 'the request' }))

    expect(calls).toMatchObject([
      {
        name: 'create',
        method: 'POST',
        url: url.href,
        status: 200,
        bytes: 20_000,
        fault: null,
        request: 'the request',
      },
    ])
    expect(calls[0]?.answer).toMatch(/^é{1000,4000}…$/)
  })

  it('never holds a secret, not even half of one at the end of a long answer', async () => {
    const secret = 'sEcReT-tôken'
    const { url } = await serveOnLoopback((_, response) => response.end('sEcReT-tôken '.repeat(2_000)))
    const { http, calls } = aClient()
    const secretUrl = new URL(url)
    secretUrl.searchParams.set('pwd', secret)

    await http.send(anAct(secretUrl, { secrets: [secret], body: `<pwd>${secret}</pwd>` }))

    expect(calls[0]?.url).toContain('pwd=••••')
    expect(calls[0]?.request).toBe('<pwd>••••</pwd>')
    expect(inspect(calls)).not.toMatch(/sEc|ken/)
  })

  it('holds nothing of an answer that brings a secret', async () => {
    const { url } = await serveOnLoopback((_, response) => response.end('{"access_token":"canary-token"}'))
    const { http, calls } = aClient()

    const { bytes } = await http.send(anAct(url, { answerIsSecret: true }))

    expect(new TextDecoder().decode(bytes)).toContain('canary-token')
    expect(inspect(calls, { depth: null })).not.toContain('canary-token')
    expect(calls).toMatchObject([{ status: 200, bytes: 31 }])
  })

  it('keeps secrets out of what is thrown, causes included', async () => {
    const fetch: typeof globalThis.fetch = async (input) => {
      throw new TypeError('fetch failed', { cause: new Error(`cannot parse ${String(input)}`) })
    }
    const http = createHttp({ clock: clockByHand(), pace: freely, fetch })
    const url = new URL('https://shop.example/?pwd=t0ken')

    const error: unknown = await http.send(anAct(url, { secrets: ['t0ken'] })).catch((thrown: unknown) => thrown)

    expect(inspect(error, { depth: 10 })).toContain('••••')
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain('t0ken')
  })

  it('is told what the caller knows the host to bear', async () => {
    const turn = vi.fn(async () => undefined)
    const pace = [{ calls: 1, withinMs: 1_000 }]
    const http = createHttp({ clock: clockByHand(), pace: { turn } })
    const nobody = new URL('http://127.0.0.1:1/')

    await expect(http.send({ ...aRead(nobody), safe: false, pace })).rejects.toThrow()

    expect(turn.mock.calls).toEqual([[nobody, pace]])
  })
})
