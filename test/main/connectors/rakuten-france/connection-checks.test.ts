import { describe, expect, it } from 'vitest'
import type { Check } from '../../../../src/main/connectors/sockets/definition.ts'
import { errorWith, rakutenAnswering, sample } from '../../../helpers/rakuten-answering.ts'

const now = '2026-01-12T09:00:00.000Z'
const outcome = (checks: readonly Check[]) => Object.fromEntries(checks.map(({ name, ok }) => [name, ok]))

const testing = async (bodies: readonly (Buffer | string)[], date = 'Mon, 12 Jan 2026 09:00:00 GMT') => {
  const { marketplace, clock } = await rakutenAnswering(bodies, { headers: { date } })
  clock.set(now)
  return marketplace.testConnection()
}

const all = { Reachable: true, 'Login and token': true, 'Professional rights': true, 'Time of this PC': true }
const wellAnswered = [sample('getnewsales-empty'), sample('getavailableshippingtypes')]

describe('testConnection', () => {
  it('finds everything well', async () => {
    expect(outcome(await testing(wellAnswered))).toEqual(all)
  })

  it('finds a refused token, and Rakuten reachable all the same', async () => {
    expect(outcome(await testing([sample('error-login')]))).toEqual({
      ...all,
      'Login and token': false,
      'Professional rights': false,
    })
  })

  it('finds an account that is not a professional one', async () => {
    const checks = await testing([
      sample('getnewsales-empty'),
      errorWith([], 'InvalidUserRights', 'Sender', 'Not allowed.'),
    ])

    expect(outcome(checks)).toEqual({ ...all, 'Professional rights': false })
    expect(checks[2]?.message).toContain('professional account')
  })

  it.each([
    ['Mon, 12 Jan 2026 09:06:00 GMT', false, 'slow'],
    ['Mon, 12 Jan 2026 08:54:00 GMT', false, 'fast'],
    ['Mon, 12 Jan 2026 09:05:00 GMT', true, 'right'],
    ['Mon, 12 Jan 2026 08:55:00 GMT', true, 'right'],
  ])('compares this PC with a server that says %s', async (date, ok, word) => {
    const checks = await testing(wellAnswered, date)

    const aside = ok ? undefined : true
    expect(checks[3]).toEqual({ name: 'Time of this PC', ok, aside, message: expect.stringContaining(word) })
  })

  it('says what is wrong with an outside that answers nonsense, and does not check the rest', async () => {
    const checks = await testing(['<html>Maintenance</html>'])

    expect(outcome(checks)).toMatchObject({ Reachable: false, 'Login and token': false, 'Professional rights': false })
    expect(checks[0]?.message).toContain('web page')
    expect(checks[1]?.message).toBe('Not checked.')
  })
})
