import { describe, expect, it } from 'vitest'
import { serverAhead, timeCheck } from '../../../../src/main/connectors/http/server-clock.ts'

const NOW = Date.parse('2026-01-12T09:00:00.000Z')
const check = (date: string | null) =>
  timeCheck(serverAhead(new Headers(date === null ? {} : { date }), NOW), 'Boutique')

describe('the time of this PC', () => {
  it.each(['Mon, 12 Jan 2026 09:05:00 GMT', 'Mon, 12 Jan 2026 08:55:00 GMT'])(
    'is right five minutes from %s',
    (date) => {
      expect(check(date)).toEqual({ name: 'Time of this PC', ok: true, message: 'The clock of this PC is right.' })
    },
  )

  it.each([
    ['Mon, 12 Jan 2026 09:12:00 GMT', '12 minutes slow'],
    ['Mon, 12 Jan 2026 07:00:00 GMT', '120 minutes fast'],
  ])('at %s on the server is %s, which says nothing about the account', (date, error) => {
    expect(check(date)).toMatchObject({ ok: false, aside: true, message: expect.stringContaining(error) })
  })

  it.each([null, 'yesterday'])('is not checked where the server says %s', (date) => {
    expect(check(date)).toMatchObject({ ok: true, message: 'Not checked: Boutique did not tell the time.' })
  })
})
