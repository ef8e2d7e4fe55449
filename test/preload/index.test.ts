import { beforeEach, describe, expect, it, vi } from 'vitest'
import { EVENT_CHANNEL } from '../../src/preload/contract/events.ts'
import { type Api, contract } from '../../src/preload/contract/index.ts'

const electron = vi.hoisted(() => {
  const listeners = new Map<string, Set<(event: unknown, value: unknown) => void>>()
  return {
    exposed: new Map<string, unknown>(),
    listeners,
    contextBridge: { exposeInMainWorld: (name: string, api: unknown) => void electron.exposed.set(name, api) },
    ipcRenderer: {
      invoke: vi.fn(async (channel: string, input: unknown) => ({ ok: true, value: { channel, input } })),
      on: (channel: string, listener: (event: unknown, value: unknown) => void) => {
        listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener))
      },
      off: (channel: string, listener: (event: unknown, value: unknown) => void) => {
        listeners.get(channel)?.delete(listener)
      },
    },
  }
})
vi.mock('electron', () => electron)

const emit = (event: unknown): void => {
  for (const listener of electron.listeners.get(EVENT_CHANNEL) ?? []) listener({}, event)
}

await import('../../src/preload/index.ts')
const api = electron.exposed.get('api') as Api // exposed under this name, as the shape the contract derives

describe('window.api', () => {
  beforeEach(() => {
    electron.ipcRenderer.invoke.mockClear()
  })

  it('is the only thing the window is given', () => {
    expect([...electron.exposed.keys()]).toEqual(['api'])
  })

  it('has every question of the contract and nothing beside it but listening', () => {
    const { on, ...areas } = api

    const shape = (of: object): unknown => Object.entries(of).map(([area, questions]) => [area, Object.keys(questions)])
    expect(shape(areas)).toEqual(shape(contract))
    expect(on).toBeTypeOf('function')
  })

  it('asks on the channel that area and name make', async () => {
    const reply = await api.orders.get({ id: 7 })
    await api.sync.resume()

    expect(reply).toEqual({ ok: true, value: { channel: 'orders:get', input: { id: 7 } } })
    expect(electron.ipcRenderer.invoke.mock.calls).toEqual([
      ['orders:get', { id: 7 }],
      ['sync:resume', undefined],
    ])
  })

  it('hears the events it listens to, without Electron’s own event, until it stops', () => {
    const heard: unknown[] = []

    const stop = api.on('orders-changed', (...all) => void heard.push(all))
    emit({ name: 'counts', value: {} })
    emit({ name: 'orders-changed', value: { ids: [1] } })
    stop()
    emit({ name: 'orders-changed', value: { ids: [2] } })

    expect(heard).toEqual([[{ ids: [1] }]])
  })
})
