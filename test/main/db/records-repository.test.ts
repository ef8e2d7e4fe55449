import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Records } from '../../../src/main/connectors/sockets/ports.ts'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

const Product = z.object({ stock: z.number() })

const records = (scope = 'this-pc/1'): Records => openTestRepositories().records.scope(scope)

describe('the records of a connector', () => {
  it('are read back in the shape asked for', () => {
    const own = records()

    own.save('product/MUG', { stock: 4 })
    own.save('product/MUG', { stock: 3 })

    expect(own.read('product/MUG', Product)).toEqual({ stock: 3 })
    expect(own.read('product/CUP', Product)).toBeNull()
    expect(() => own.read('product/MUG', z.string())).toThrow(z.ZodError)
  })

  it('are listed by the beginning of their key, in key order', () => {
    const own = records()
    for (const key of ['product/b', 'product/é', 'product/a', 'products', 'order/1', 'product/😀'])
      own.save(key, { stock: 1 })

    expect(own.list('product/', Product).map(({ key }) => key)).toEqual([
      'product/a',
      'product/b',
      'product/é',
      'product/😀',
    ])
    expect(own.list('', Product)).toHaveLength(6)
  })

  it('take the signs of a pattern literally', () => {
    const own = records()
    own.save('100%/a', { stock: 1 })
    own.save('100x/a', { stock: 2 })

    expect(own.list('100%', Product)).toEqual([{ key: '100%/a', value: { stock: 1 } }])
  })

  it("are nobody else's", () => {
    const { records: all } = openTestRepositories()
    all.scope('one').save('key', { stock: 1 })

    expect(all.scope('two').read('key', Product)).toBeNull()
    expect(all.scope('two').list('', Product)).toEqual([])
  })

  it('are gone when removed', () => {
    const own = records()
    own.save('key', { stock: 1 })

    own.remove('key')

    expect(own.read('key', Product)).toBeNull()
  })

  it('change together or not at all', () => {
    const own = records()

    const interrupted = () =>
      own.together(() => {
        own.save('a', { stock: 1 })
        throw new Error('the process ends here')
      })

    expect(interrupted).toThrow('the process ends here')
    expect(own.read('a', Product)).toBeNull()
    expect(own.together(() => 'done')).toBe('done')
  })
})
