import { describe, expect, it } from 'vitest'
import { createOrderLocks } from '../../../src/main/sync/order-locks.ts'

/** Work that ends when told to. */
const work = (log: string[], name: string) => {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  return {
    end: () => resolve(name),
    fail: () => reject(new Error(name)),
    begin: async () => {
      log.push(`${name} begins`)
      const value = await promise
      log.push(`${name} ends`)
      return value
    },
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('the lock of an order', () => {
  it('lets the second hand wait for the first, and hands each its own result', async () => {
    const locks = createOrderLocks()
    const log: string[] = []
    const [first, second] = [work(log, 'cycle'), work(log, 'button')]

    const results = Promise.all([locks.holding(7, first.begin), locks.holding(7, second.begin)])
    await settled()
    const before = [...log]
    first.end()
    second.end()

    expect(await results).toEqual(['cycle', 'button'])
    expect(before).toEqual(['cycle begins'])
    expect(log).toEqual(['cycle begins', 'cycle ends', 'button begins', 'button ends'])
  })

  it('is no matter of other orders', async () => {
    const locks = createOrderLocks()
    const log: string[] = []
    const [one, other] = [work(log, 'one'), work(log, 'other')]

    const results = Promise.all([locks.holding(1, one.begin), locks.holding(2, other.begin)])
    await settled()

    expect(log).toEqual(['one begins', 'other begins'])
    one.end()
    other.end()
    await results
  })

  it('goes on to the next hand when one fails', async () => {
    const locks = createOrderLocks()
    const log: string[] = []
    const [first, second] = [work(log, 'first'), work(log, 'second')]

    const failed = locks.holding(7, first.begin)
    const next = locks.holding(7, second.begin)
    first.fail()
    second.end()

    await expect(failed).rejects.toThrow('first')
    expect(await next).toBe('second')
  })
})
