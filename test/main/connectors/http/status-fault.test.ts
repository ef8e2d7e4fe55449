import { describe, expect, it } from 'vitest'
import { statusFault } from '../../../../src/main/connectors/http/status-fault.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'

const clock = clockByHand('2026-01-12T09:00:00.000Z')
const faultOf = (status: number, { retryAfter, safe = true }: { retryAfter?: string; safe?: boolean } = {}) =>
  statusFault(
    { status, headers: new Headers(retryAfter === undefined ? {} : { 'retry-after': retryAfter }) },
    { side: 'Boutique', clock, safe },
  )

describe('statusFault', () => {
  it('finds nothing wrong with a success', () => {
    expect([200, 201, 204].map((status) => faultOf(status))).toEqual([null, null, null])
  })

  it.each([
    [401, 'credentials'],
    [403, 'credentials'],
    [404, 'refused'],
    [422, 'refused'],
    [429, 'busy'],
    [500, 'unreachable'],
    [503, 'unreachable'],
    [408, 'unreachable'],
  ])('takes %i for %s', (status, kind) => {
    expect(faultOf(status)).toMatchObject({ kind, side: 'Boutique', detail: { status: String(status) } })
  })

  it('does not know whether an act worked after a server error, and knows that a read or a refusal did nothing', () => {
    expect(faultOf(502, { safe: false })).toMatchObject({ outcome: 'unknown' })
    expect(faultOf(502)).toMatchObject({ outcome: 'not-done' })
    expect(faultOf(422, { safe: false })).toMatchObject({ outcome: 'not-done' })
  })

  it('reads Retry-After in seconds and as a date', () => {
    expect(faultOf(429, { retryAfter: '90' })).toMatchObject({ kind: 'busy', retryAt: '2026-01-12T09:01:30.000Z' })
    expect(faultOf(503, { retryAfter: 'Mon, 12 Jan 2026 10:00:00 GMT' })).toMatchObject({
      kind: 'busy',
      retryAt: '2026-01-12T10:00:00.000Z',
    })
  })

  it.each(['soon', '-5', 'Mon, 12 Jan 2026 08:00:00 GMT'])('ignores a Retry-After of "%s"', (retryAfter) => {
    expect(faultOf(429, { retryAfter })).toMatchObject({ kind: 'busy', retryAt: null })
  })
})
