import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Answer } from '../../../src/main/answers/answer.ts'
import { openWebHost, type WebHost, type WebHostOptions } from '../../../src/main/web/open-web-host.ts'

let folder = ''
const open: WebHost[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'navette-web-'))
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true })
  await writeFile(join(folder, 'renderer', 'index.html'), '<title>Navette</title>')
  await writeFile(join(folder, 'renderer', 'assets', 'app-1a2b.js'), 'start()')
  await writeFile(join(folder, 'secret.txt'), 'not for browsers')
  await symlink(join(folder, 'secret.txt'), join(folder, 'renderer', 'assets', 'link.txt'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))
afterEach(async () => {
  await Promise.all(open.splice(0).map((host) => host.close()))
})

const openHost = async (more: Partial<WebHostOptions> = {}): Promise<WebHost> => {
  const answer: Answer = async (channel, input) => ({ ok: true, value: { channel, input } })
  const host = await openWebHost({
    port: 0,
    rendererFolder: join(folder, 'renderer'),
    answer,
    onBug: (error) => expect.unreachable(String(error)),
    ...more,
  })
  open.push(host)
  return host
}

interface Heard {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

interface Said {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}

/** A client that sends headers and paths exactly as given, which `fetch` does not. */
const say = (host: WebHost, path: string, { method = 'GET', headers = {}, body }: Said = {}): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const { hostname, port, host: name } = new URL(host.address)
    const asked = request({ hostname, port, path, method, headers: { host: name, ...headers } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, text: Buffer.concat(chunks).toString() }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })

const cookieOf = ({ headers }: Heard): string => headers['set-cookie']?.[0]?.split(';')[0] ?? ''

const letIn = async (host: WebHost): Promise<string> => cookieOf(await say(host, new URL(host.keyAddress).pathname))

const json = { 'content-type': 'application/json' }

describe('the one-time key', () => {
  it('lets one browser in, and is then used up', async () => {
    const host = await openHost()
    const path = new URL(host.keyAddress).pathname

    const first = await say(host, path)
    const second = await say(host, path)

    expect(first).toMatchObject({ status: 303, headers: { location: '/' } })
    expect(first.headers['set-cookie']?.[0]).toMatch(/; HttpOnly; SameSite=Strict;/)
    expect(second.status).toBe(403)
    expect(second.headers['set-cookie']).toBeUndefined()
    expect((await say(host, '/', { headers: { cookie: cookieOf(first) } })).text).toContain('<title>Navette')
  })

  it('can be typed into the page of a browser that has none', async () => {
    const host = await openHost()
    const page = await say(host, '/')
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: host.address }

    const typed = await say(host, '/open', { method: 'POST', headers, body: `key=${host.key}` })

    expect(page.status).toBe(401)
    expect(page.text).toContain('enter the one-time key')
    expect(typed.status).toBe(303)
    expect((await say(host, '/', { headers: { cookie: cookieOf(typed) } })).status).toBe(200)
  })

  it('survives wrong guesses', async () => {
    const host = await openHost()

    const guess = await say(host, '/open/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')

    expect(guess.status).toBe(403)
    expect(await letIn(host)).not.toBe('')
  })

  it('ends after fifteen minutes', async () => {
    let now = 0
    const host = await openHost({ now: () => now })
    const late = await openHost({ now: () => now })

    now = 15 * 60_000
    const inTime = await letIn(host)
    now += 1
    const tooLate = await letIn(late)

    expect(inTime).not.toBe('')
    expect(tooLate).toBe('')
  })
})

describe('without a session', () => {
  it.each([
    ['GET', '/assets/app-1a2b.js'],
    ['GET', '/api/events'],
    ['POST', '/api/app:info'],
  ])('%s %s is refused', async (method, path) => {
    const host = await openHost({ answer: async () => expect.unreachable() })

    const heard = await say(host, path, {
      method,
      headers: { ...json, cookie: `navette-${new URL(host.address).port}=` },
    })

    expect(heard.status).toBe(401)
    expect(heard.text).not.toContain('start()')
  })

  it('a question is answered in the contract’s own shape', async () => {
    const host = await openHost()

    const heard = await say(host, '/api/app:info', { method: 'POST', headers: json })

    expect(JSON.parse(heard.text)).toMatchObject({ ok: false, fault: { kind: 'credentials', field: null } })
  })
})

describe('a question', () => {
  it('reaches the program with its input, and the reply comes back as it is', async () => {
    const host = await openHost()
    const headers = { ...json, cookie: await letIn(host), origin: host.address, 'sec-fetch-site': 'same-origin' }

    const heard = await say(host, '/api/orders:get', { method: 'POST', headers, body: '{"id":7}' })
    const empty = await say(host, '/api/app:info', { method: 'POST', headers })

    expect(JSON.parse(heard.text)).toEqual({ ok: true, value: { channel: 'orders:get', input: { id: 7 } } })
    expect(JSON.parse(empty.text)).toEqual({ ok: true, value: { channel: 'app:info' } })
  })

  it('that the contract does not have is not found', async () => {
    const host = await openHost({ answer: async () => expect.unreachable() })
    const headers = { ...json, cookie: await letIn(host) }

    const heard = await say(host, '/api/orders:steal', { method: 'POST', headers, body: '{}' })

    expect(heard.status).toBe(404)
  })

  it.each([
    ['of another type', 415, { 'content-type': 'text/plain' }, '{}'],
    ['that is no JSON', 400, json, '{'],
    ['that is no text', 400, json, Buffer.from([0x22, 0xff, 0x22])],
    ['that says it is too large', 413, { ...json, 'content-length': '99999999' }, '{'],
  ])('%s is refused', async (_, status, type, body) => {
    const host = await openHost({ answer: async () => expect.unreachable() })
    const headers = { ...type, cookie: await letIn(host) }

    const heard = await say(host, '/api/orders:get', { method: 'POST', headers, body })

    expect(heard.status).toBe(status)
    expect(JSON.parse(heard.text)).toMatchObject({ ok: false, fault: { kind: 'bad-input' } })
  })
})

describe('another site', () => {
  it.each([
    ['a foreign name that points here', { host: 'evil.example:80' }],
    ['this PC under another port', { host: '127.0.0.1:1' }],
    ['a name that begins like ours', { host: 'localhost.evil.example' }],
  ])('is refused when it asks under %s', async (_, foreign) => {
    const host = await openHost()
    const cookie = await letIn(host)

    const heard = await say(host, '/', { headers: { cookie, ...foreign } })

    expect(heard.status).toBe(403)
  })

  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('cannot ask a question with our cookie (%o)', async (foreign) => {
    const host = await openHost({ answer: async () => expect.unreachable() })
    const headers = { ...json, cookie: await letIn(host), ...foreign }

    const heard = await say(host, '/api/sync:now', { method: 'POST', headers, body: '{}' })

    expect(heard.status).toBe(403)
  })

  it('finds every page closed to frames, scripts and styles of its own', async () => {
    const host = await openHost()

    const { headers } = await say(host, '/')

    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('the files of the screens', () => {
  it('come with their type, and may be kept when their name holds a digest', async () => {
    const host = await openHost()
    const headers = { cookie: await letIn(host) }

    const script = await say(host, '/assets/app-1a2b.js', { headers })
    const page = await say(host, '/?from=bookmark', { headers })

    expect(script).toMatchObject({ status: 200, text: 'start()' })
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': expect.stringContaining('immutable'),
    })
    expect(page.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
  })

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/link.txt',
    '/assets/%00.txt',
    '/%',
    '/assets',
  ])('%s is not one of them', async (path) => {
    const host = await openHost()

    const heard = await say(host, path, { headers: { cookie: await letIn(host) } })

    expect(heard.status).toBe(404)
    expect(heard.text).not.toContain('not for browsers')
  })

  it('say how to get them when they were never built', async () => {
    const host = await openHost({ rendererFolder: join(folder, 'nothing') })

    const heard = await say(host, '/', { headers: { cookie: await letIn(host) } })

    expect(heard).toMatchObject({ status: 503, text: expect.stringContaining('npm run build') })
  })
})

describe('events', () => {
  it('stream to every browser that listens, until the host closes', async () => {
    const host = await openHost()
    const headers = { cookie: await letIn(host) }
    const response = await fetch(`${host.address}/api/events`, { headers })
    host.announce({ name: 'orders-changed', value: { ids: [7] } })

    await host.close()
    const heard = await response.text()

    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
    expect(heard).toContain('data: {"name":"orders-changed","value":{"ids":[7]}}\n\n')
  })
})

describe('the host', () => {
  it('tells of a bug and goes on', async () => {
    const onBug = vi.fn()
    const host = await openHost({ answer: () => Promise.reject(new Error('a bug')), onBug })
    const headers = { ...json, cookie: await letIn(host) }

    const heard = await say(host, '/api/app:info', { method: 'POST', headers })

    expect(heard).toMatchObject({ status: 500, text: '' })
    expect(onBug).toHaveBeenCalledOnce()
  })

  it('closes although a browser holds a connection open on which it asked nothing', async () => {
    const host = await openHost()
    const socket = connect(Number(new URL(host.address).port), '127.0.0.1')
    await once(socket, 'connect')

    await host.close()

    await once(socket, 'close')
    expect(socket.closed).toBe(true)
  })

  it('gives the answer that is under way before it closes', async () => {
    const asked = Promise.withResolvers<void>()
    const answer = Promise.withResolvers<void>()
    const host = await openHost({
      answer: async () => {
        asked.resolve()
        await answer.promise
        return { ok: true, value: 'late' }
      },
    })
    const headers = { ...json, cookie: await letIn(host) }
    const heard = say(host, '/api/app:info', { method: 'POST', headers })
    await asked.promise

    const closed = host.close()
    answer.resolve()

    expect((await heard).text).toContain('late')
    await closed
  })

  it('is refused a port that is taken', async () => {
    const { address } = await openHost()

    const second = openHost({ port: Number(new URL(address).port) })

    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('allows no other verbs', async () => {
    const host = await openHost()

    const heard = await say(host, '/', { method: 'DELETE', headers: { cookie: await letIn(host) } })

    expect(heard.status).toBe(405)
  })
})
