import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Desk, openDesk } from '../helpers/run-navette.ts'

interface Printed {
  readonly address: string
  readonly key: string
  readonly keyAddress: string
}

describe('serve', () => {
  let desk: Desk
  let child: ChildProcessWithoutNullStreams
  let printed: Printed

  const leave = async (signal: NodeJS.Signals): Promise<number | null> => {
    const closed = once(child, 'close')
    child.kill(signal)
    await closed
    return child.exitCode
  }
  /** `fetch` would not let a test lie about its host. */
  const ask = (path: string, headers: Readonly<Record<string, string>>, method = 'POST') =>
    new Promise<{ status: number; body: string; cookie: string }>((resolve, reject) => {
      const asked = request(`${printed.address}${path}`, { method, headers }, (response) => {
        const cookie = response.headers['set-cookie']?.[0] ?? ''
        text(response).then((body) => resolve({ status: response.statusCode ?? 0, body, cookie }), reject)
      })
      asked.on('error', reject)
      asked.end()
    })
  const enter = () => ask(new URL(printed.keyAddress).pathname, {}, 'GET')
  const json = { 'content-type': 'application/json' }

  beforeEach(async () => {
    desk = await openDesk()
    child = desk.start(['serve', '--port', '0', '--json'])
    const [line] = await once(createInterface(child.stdout), 'line')
    printed = JSON.parse(String(line))
  })
  afterEach(async () => {
    if (child.exitCode === null) await leave('SIGTERM')
    await desk.remove()
  })

  it('prints one document with the address and the key, and listens on 127.0.0.1 alone', async () => {
    expect(Object.keys(printed).sort()).toEqual(['address', 'key', 'keyAddress'])
    expect(printed.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    await expect(fetch(printed.address.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow()
  })

  it('lets one browser in by the key, once, with a cookie no script and no other site gets', async () => {
    const first = await enter()
    const second = await enter()
    const asked = await ask('/api/app:info', {
      ...json,
      cookie: first.cookie.split(';')[0] ?? '',
      origin: printed.address,
    })

    expect([first.status, second.status]).toEqual([303, 403])
    expect(first.cookie).toMatch(/; HttpOnly; SameSite=Strict;/)
    expect(second.cookie).toBe('')
    expect(JSON.parse(asked.body)).toMatchObject({ ok: true, value: { host: 'web' } })
  })

  it('answers nobody who has not shown the key', async () => {
    const statuses = [
      (await ask('/', {}, 'GET')).status,
      (await ask('/api/orders:list', json)).status,
      (await ask('/api/orders:list', { ...json, cookie: 'navette-1=guess' })).status,
      (await ask('/api/events', {}, 'GET')).status,
      (await ask('/open/not-the-key', {}, 'GET')).status,
    ]

    expect(statuses).toEqual([401, 401, 401, 401, 403])
  })

  it('turns away foreign names for this PC, and foreign sites, though they bring the cookie', async () => {
    const cookie = (await enter()).cookie.split(';')[0] ?? ''
    const port = new URL(printed.address).port
    const refused = [
      await ask('/api/app:info', { ...json, cookie, host: `shop.example:${port}` }),
      await ask('/', { cookie, host: 'shop.example' }, 'GET'),
      await ask('/api/app:info', { ...json, cookie, origin: 'https://shop.example' }),
      await ask('/api/app:info', { ...json, cookie, origin: 'null' }),
      await ask('/api/app:info', { ...json, cookie, 'sec-fetch-site': 'cross-site' }),
      await ask('/api/events', { cookie, origin: 'https://shop.example' }, 'GET'),
    ]
    const own = await ask('/api/app:info', { ...json, cookie, host: `localhost:${port}` })

    expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403])
    expect(own.status).toBe(200)
  })

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'closes on %s while a browser listens, and lets the folder go',
    async (signal) => {
      const cookie = (await enter()).cookie.split(';')[0] ?? ''
      const stream = await fetch(`${printed.address}/api/events`, { headers: { cookie } })

      const exitCode = await leave(signal)

      await stream.body?.cancel()
      expect([stream.status, exitCode]).toEqual([200, 0])
      expect(await desk.run(['orders', '--json'])).toMatchObject({ exitCode: 0, out: '[]\n' })
    },
  )

  it('writes the key into a file of its owner alone instead of printing it', async () => {
    await leave('SIGTERM')
    const file = join(desk.folder, 'key')
    child = desk.start(['serve', '--port', '0', '--json', '--key-file', file])
    const [line] = await once(createInterface(child.stdout), 'line')
    const key = (await readFile(file, 'utf8')).trim()
    printed = { ...JSON.parse(String(line)), key, keyAddress: '' }

    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(String(line)).not.toContain(key)
    expect((await ask(`/open/${key}`, {}, 'GET')).status).toBe(303)
  })
})
