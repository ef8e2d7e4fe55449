import { randomBytes } from 'node:crypto'
import type { SecretStore } from './secret-store.ts'

/** In bytes. Windows keeps 2,560 of one entry (CRED_MAX_CREDENTIAL_BLOB_SIZE), and a private key may have twice as many. */
const MOST = 2_000

/** What stands under the name of a secret in parts: how many there are, and under which id. */
const HEADER = /^navette-parts:(\d+):([0-9a-f]+)$/

/** A store of short entries that keeps long secrets too, each in several of them. A cut anywhere leaves the old secret or the new one whole. */
export const inParts = (store: SecretStore): SecretStore => {
  const partsOf = async (name: string): Promise<readonly string[] | null> => {
    const [, count, id] = HEADER.exec((await store.read(name)) ?? '') ?? []
    return id === undefined ? null : namesOf(name, id, Number(count))
  }
  const removeAll = async (names: readonly string[]): Promise<void> => {
    for (const part of names) await store.remove(part)
  }

  return {
    async read(name) {
      const value = await store.read(name)
      const parts = value === null || !HEADER.test(value) ? null : await partsOf(name)
      if (parts === null) return value
      const texts = await Promise.all(parts.map((part) => store.read(part)))
      // One that lost a part is no secret any more: it is asked for again.
      return texts.some((text) => text === null) ? null : texts.join('')
    },
    async save(name, value) {
      const before = await partsOf(name)
      if (Buffer.byteLength(value) <= MOST) await store.save(name, value)
      else {
        const texts = cut(value)
        const id = randomBytes(4).toString('hex')
        for (const [index, part] of namesOf(name, id, texts.length).entries())
          await store.save(part, texts[index] ?? '')
        await store.save(name, `navette-parts:${texts.length}:${id}`)
      }
      await removeAll(before ?? [])
    },
    async remove(name) {
      const parts = await partsOf(name)
      await store.remove(name)
      await removeAll(parts ?? [])
    },
  }
}

const namesOf = (name: string, id: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${name}/${id}-${index + 1}`)

/** Between signs, never within one: each part is a text of its own. */
const cut = (value: string): readonly string[] => {
  const parts: string[] = []
  let part = ''
  for (const sign of value) {
    if (Buffer.byteLength(part + sign) > MOST) {
      parts.push(part)
      part = ''
    }
    part += sign
  }
  return [...parts, part]
}
