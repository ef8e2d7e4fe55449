import { describe, expect, it } from 'vitest'
import { judgeError } from '../../../../src/main/connectors/ccvshop/judge.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'

const url = new URL('https://shop.example/api/rest/v1/webshops/7/settings/')

const judged = (
  status: number,
  body: unknown,
  method: 'GET' | 'POST' = 'POST',
  headers: Record<string, string> = {},
) => {
  const clock = clockByHand('2026-01-12T09:00:00.000Z')
  const answer = {
    ...{ status, headers: new Headers(headers) },
    bytes: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
  }
  return judgeError({ ports: { clock, side: 'Boutique' }, shopNow: clock.now }, answer, { name: 'x', url, method })
}

const error = (status: number, code: string) => ({ status, code, developermessage: 'So it is.' })

describe('an error answer of CCV Shop', () => {
  it.each([
    [429, '429.10', 'busy', 'not-done'],
    [429, '429.11', 'busy', 'not-done'],
    [500, '500.10', 'busy', 'unknown'],
    [404, '404.10', 'refused', 'not-done'],
    [404, '404.20', 'unreadable', 'not-done'],
    [405, '405.10', 'settings', 'not-done'],
    [500, '500.20', 'unreadable', 'unknown'],
    [500, '500.25', 'unreadable', 'unknown'],
    [500, '500.40', 'refused', 'not-done'],
    [500, '500.50', 'refused', 'not-done'],
    [500, '500.60', 'refused', 'not-done'],
    [500, '500.80', 'refused', 'not-done'],
    [500, '500.90', 'settings', 'not-done'],
    [501, '501.20', 'unreadable', 'not-done'],
    [400, '400.10', 'refused', 'not-done'],
    [401, '401.10', 'credentials', 'not-done'],
    [403, '', 'credentials', 'not-done'],
  ])('%i %s is %s, and what was asked %s', (status, code, kind, outcome) => {
    expect(judged(status, error(status, code))).toMatchObject({ kind, outcome, side: 'Boutique' })
  })

  it.each([500, 502, 503, 408])('of no code of the shop’s is left to its status: %i', (status) => {
    expect(judged(status, error(status, ''))).toBeNull()
    expect(judged(status, 'Bad Gateway')).toBeNull()
  })

  it('pauses for a minute, or as long as it says', () => {
    expect(judged(429, error(429, '429.11'))?.retryAt).toBe('2026-01-12T09:01:00.000Z')
    expect(judged(429, error(429, '429.11'), 'GET', { 'retry-after': '300' })?.retryAt).toBe('2026-01-12T09:05:00.000Z')
  })

  it('names the right that is missing, the app, and the words of the shop', () => {
    expect(judged(405, error(405, '405.10'), 'GET')?.message).toContain('may not read settings')
    expect(judged(405, error(405, '405.10'), 'POST')?.message).toContain('may not write settings')
    expect(judged(500, error(500, '500.90'))?.message).toContain('So it is.')
    expect(judged(400, error(400, '400.10'))?.message).toBe('Boutique: So it is.')
  })

  it('about the key is about the clock where the shop shows another time', () => {
    const refusedAt = (date: string) => judged(401, error(401, '401.10'), 'GET', { date })?.kind

    expect(refusedAt('Mon, 12 Jan 2026 09:00:30 GMT')).toBe('credentials')
    expect(refusedAt('Mon, 12 Jan 2026 09:07:00 GMT')).toBe('clock')
    expect(refusedAt('Mon, 12 Jan 2026 08:50:00 GMT')).toBe('clock')
  })

  it('that is a page is nobody’s word about a key or an order', () => {
    expect(judged(403, '<html>No</html>')).toBeNull()
    expect(judged(404, '<html>No</html>')?.kind).toBe('settings')
  })

  it('is none where all went well', () => {
    expect(judged(201, { id: 1 })).toBeNull()
  })
})
