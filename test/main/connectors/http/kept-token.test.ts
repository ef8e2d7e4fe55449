import { describe, expect, it } from 'vitest'
import { createKeptToken, type TokenHolder } from '../../../../src/main/connectors/http/kept-token.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'

const AN_HOUR = 3_600_000

/** A source of tokens that are good for an hour, numbered as they are given. */
const openSource = () => {
  const clock = clockByHand()
  const holder: TokenHolder = { token: null }
  const source = { given: 0, isDown: false }
  const kept = createKeptToken(holder, clock, async () => {
    if (source.isDown) throw new Error('It is down')
    source.given += 1
    return { value: `token-${source.given}`, renewAt: clock.now() + AN_HOUR }
  })
  return { clock, holder, source, kept }
}

describe('a token that is kept', () => {
  it('is fetched once for all who ask at the same time, and again when it ends', async () => {
    const { clock, kept } = openSource()

    expect(await Promise.all([kept.read(), kept.read(), kept.read()])).toEqual(['token-1', 'token-1', 'token-1'])
    clock.advance(AN_HOUR - 1)
    expect(await kept.read()).toBe('token-1')
    clock.advance(1)

    expect(await Promise.all([kept.read(), kept.read()])).toEqual(['token-2', 'token-2'])
  })

  it('is fetched anew after it was refused, however many were refused with it', async () => {
    const { kept, source } = openSource()
    const refused = await kept.read()

    await kept.drop(refused)
    expect(await kept.read()).toBe('token-2')
    await kept.drop(refused)

    expect(await kept.read()).toBe('token-2')
    expect(source.given).toBe(2)
  })

  it('that could not be had is asked for again', async () => {
    const { kept, source, holder } = openSource()
    source.isDown = true
    await expect(kept.read()).rejects.toThrow('It is down')
    expect(holder.token).toBeNull()
    source.isDown = false

    expect(await kept.read()).toBe('token-1')
  })
})
