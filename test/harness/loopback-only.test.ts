import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { describe, expect, it } from 'vitest'
import { foreignCalls } from './loopback-only.ts'

describe('the guard on sockets', () => {
  it.each([
    ['fetch', () => fetch('https://example.com/')],
    ['a port and a host', () => connect(80, '192.0.2.1')],
    ['options', () => connect({ port: 80, host: '2001:db8::1' })],
  ])('refuses a call to a foreign host by %s and remembers it', async (_way, call) => {
    await expect((async () => call())()).rejects.toThrow()

    expect(foreignCalls.splice(0)).toHaveLength(1)
  })

  it('lets a call to loopback through', async () => {
    const server = createServer((socket) => socket.end('hello')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()

    const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
    const [words] = await once(socket, 'data')

    expect(String(words)).toBe('hello')
    server.close()
  })
})
