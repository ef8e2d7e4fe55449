import { describe, expect, it } from 'vitest'
import { inParts } from '../../../src/main/secrets/in-parts.ts'

/** As much as Windows keeps of one entry. */
const WINDOWS = 2_560

/** A keychain that fails once it was told to. */
const shortKeychain = () => {
  const kept = new Map<string, string>()
  let calls = Number.POSITIVE_INFINITY
  const counted = (): void => {
    calls -= 1
    if (calls < 0) throw new Error('the process was killed')
  }
  return {
    kept,
    killAfter: (more: number): void => {
      calls = more
    },
    store: {
      read: async (name: string) => kept.get(name) ?? null,
      async save(name: string, value: string) {
        counted()
        if (Buffer.byteLength(value) > WINDOWS) throw new Error('too long for one entry')
        kept.set(name, value)
      },
      async remove(name: string) {
        counted()
        kept.delete(name)
      },
    },
  }
}

const KEY = `-----BEGIN PRIVATE KEY-----\n${'é'.repeat(3_500)}😀${'x'.repeat(1_500)}\n-----END PRIVATE KEY-----\n`

describe('secrets that are longer than an entry of the keychain', () => {
  it('are given back to the sign', async () => {
    const { store, kept } = shortKeychain()

    await inParts(store).save('key', KEY)

    expect(await inParts(store).read('key')).toBe(KEY)
    expect([...kept.values()].some((value) => value.includes('\uFFFD'))).toBe(false)
  })

  it('leave short ones as they were, one entry each', async () => {
    const { store, kept } = shortKeychain()

    await inParts(store).save('token', 'abc')

    expect([...kept]).toEqual([['token', 'abc']])
    expect(await inParts(store).read('token')).toBe('abc')
    expect(await inParts(store).read('nothing')).toBeNull()
  })

  it('leave nothing behind when they are removed, or a short one takes their place', async () => {
    const { store, kept } = shortKeychain()
    const secrets = inParts(store)

    await secrets.save('key', KEY)
    await secrets.save('other', KEY)
    await secrets.save('key', 'abc')
    await secrets.remove('other')

    expect([...kept]).toEqual([['key', 'abc']])
  })

  it('are whole, the old one or the new one, wherever a change is cut short', async () => {
    const other = KEY.replaceAll('x', 'y')
    const seen = new Set<string | null>()
    for (let calls = 0; calls < 12; calls += 1) {
      const { store, killAfter } = shortKeychain()
      await inParts(store).save('key', KEY)
      killAfter(calls)
      await inParts(store)
        .save('key', other)
        .catch(() => undefined)
      seen.add(await inParts(store).read('key'))
    }

    expect(seen).toEqual(new Set([KEY, other]))
  })

  it('are asked for again when a part of them is gone', async () => {
    const { store, kept } = shortKeychain()
    await inParts(store).save('key', KEY)

    const [part = ''] = [...kept.keys()].filter((name) => name !== 'key')
    kept.delete(part)

    expect(await inParts(store).read('key')).toBeNull()
  })
})
