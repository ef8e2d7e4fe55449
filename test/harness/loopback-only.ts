import { Socket } from 'node:net'
import { afterEach } from 'vitest'

const loopback = /^(localhost|127(\.\d+){3}|::1|\[::1\])$/
const foreignCallsKey = Symbol.for('navette: calls to foreign hosts')
const prototype: Socket & { [foreignCallsKey]?: string[] } = Socket.prototype
// Kept with the guard: this file is read once for every test file, the sockets are guarded once for a worker.
const guardedBefore = prototype[foreignCallsKey]

/** The hosts the code under test tried to call; kept because that code may well catch the error it gets. */
export const foreignCalls = guardedBefore ?? []

const hostOf = (args: readonly unknown[]): string | undefined => {
  const [first, second] = args.flat()
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && typeof first.path === 'string') return undefined
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost'
  }
  // A text alone is the path of a local socket; beside a port it is the host.
  return typeof first === 'string' && Number.isNaN(Number(first)) ? undefined : String(second ?? 'localhost')
}

if (!guardedBefore) {
  const connect: (...args: never[]) => Socket = prototype.connect
  prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
    const host = hostOf(args)
    if (host !== undefined && !loopback.test(host)) {
      foreignCalls.push(host)
      throw new Error(`A test must not reach the network, and this one called ${host}`)
    }
    // Handed on as it came: the overloads cannot be named in one signature.
    return connect.apply(this, args as never[])
  }
  prototype[foreignCallsKey] = foreignCalls
}

afterEach(() => {
  const hosts = foreignCalls.splice(0)
  if (hosts.length > 0) throw new Error(`The test tried to reach the network: ${hosts.join(', ')}`)
})
