import { describe, expect, it } from 'vitest'
import { createLanes } from '../../../../src/main/connectors/http/lanes.ts'

const shop = new URL('https://shop.example/orders')
const settled = () => new Promise((done) => setImmediate(done))

describe('calls to one host', () => {
  it('are under way as many at once as it bears, in the order they came', async () => {
    const lanes = createLanes()
    const begun: number[] = []
    const ends: (() => void)[] = []
    const call = (number: number) =>
      lanes.run({ url: shop, atOnce: 2 }, () => {
        begun.push(number)
        return new Promise<void>((end) => ends.push(end))
      })
    const all = [1, 2, 3].map(call)

    await settled()
    expect(begun).toEqual([1, 2])
    ends[0]?.()
    await settled()

    expect(begun).toEqual([1, 2, 3])
    for (const end of ends) end()
    await Promise.all(all)
  })

  it('do not wait for another host, nor for each other where nothing was said', async () => {
    const lanes = createLanes()
    const begun: string[] = []
    const forever = (name: string) => () => {
      begun.push(name)
      return new Promise<never>(() => {})
    }
    void lanes.run({ url: shop, atOnce: 1 }, forever('first'))
    void lanes.run({ url: new URL('https://other.example/'), atOnce: 1 }, forever('elsewhere'))
    void lanes.run({ url: shop }, forever('unlimited'))

    await settled()

    expect(begun.sort()).toEqual(['elsewhere', 'first', 'unlimited'])
  })

  it('go on after one that failed', async () => {
    const lanes = createLanes()
    const failing = lanes.run({ url: shop, atOnce: 1 }, () => Promise.reject(new Error('dropped')))
    const next = lanes.run({ url: shop, atOnce: 1 }, async () => 'answered')

    await expect(failing).rejects.toThrow('dropped')
    expect(await next).toBe('answered')
  })
})
