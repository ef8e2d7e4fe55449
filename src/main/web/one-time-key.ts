import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const LIFE_MS = 15 * 60_000

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** The key `navette serve` prints: opens one browser, once, within 15 minutes (product.md section 11). */
export const createOneTimeKey = (now: () => number) => {
  const text = randomBytes(24).toString('base64url')
  const digest = digestOf(text)
  const endsAt = now() + LIFE_MS
  let used = false
  return {
    text,
    /** True once. A wrong guess costs the key nothing. */
    redeem: (guess: string): boolean => {
      const right = timingSafeEqual(digestOf(guess), digest)
      if (!right || used || now() > endsAt) return false
      used = true
      return true
    },
  }
}

export type OneTimeKey = ReturnType<typeof createOneTimeKey>
