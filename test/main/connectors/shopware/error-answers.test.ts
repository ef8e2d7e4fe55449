import { describe, expect, it } from 'vitest'
import { createJudge } from '../../../../src/main/connectors/shopware/error-answers.ts'
import { clockByHand } from '../../../helpers/clock-by-hand.ts'

const clock = clockByHand('2026-01-12T09:00:00.000Z')
const judge = createJudge({ clock, side: 'Boutique' })
const call = { name: 'create order', url: new URL('https://shop.example/api/order') }
const judged = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}, url = call.url) =>
  judge(
    {
      status,
      headers: new Headers(headers),
      bytes: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
    },
    { ...call, url },
  )
const errors = (...all: readonly object[]) => ({ errors: all })

describe('an answer of Shopware that is an error', () => {
  it.each([
    ['a success', 200, {}],
    ['an outage', 503, errors({ code: '0', detail: 'down' })],
    ['a firewall’s page', 403, '<!DOCTYPE html><html></html>'],
    ['JSON of somebody else', 400, { message: 'no' }],
  ])('is left to its status: %s', (_, status, body) => {
    expect(judged(status, body)).toBeNull()
  })

  it('is refused in its words and where it points, without what stands in quotes', () => {
    const fault = judged(
      400,
      errors({
        code: 'x',
        detail: 'The value "Zoë Durand" is too long.',
        source: { pointer: '/0/addresses/0/firstName' },
      }),
    )

    expect(fault).toMatchObject({
      ...{ kind: 'refused', outcome: 'not-done' },
      message: 'Boutique: The value "…" is too long (/0/addresses/0/firstName).',
    })
  })

  it('is known by the code that matters, wherever it stands', () => {
    const fault = judged(
      400,
      errors({ code: 'x', detail: 'one' }, { code: 'FRAMEWORK__WRITE_TYPE_INTEND_ERROR', detail: 'two' }),
    )

    expect(fault?.detail).toMatchObject({ code: 'FRAMEWORK__WRITE_TYPE_INTEND_ERROR' })
  })

  it.each([
    [
      'inside the detail',
      { detail: '{"message":"Missing privilege","missingPrivileges":["order:create","tax:read"]}' },
    ],
    [
      'beside it',
      { detail: 'Missing privilege', meta: { parameters: { missingPrivileges: ['order:create', 'tax:read'] } } },
    ],
  ])('names each privilege that is missing, told %s', (_, told) => {
    const fault = judged(403, errors({ code: 'FRAMEWORK__MISSING_PRIVILEGE_ERROR', ...told }))

    expect(fault).toMatchObject({ kind: 'settings', message: expect.stringContaining('lacks order:create, tax:read.') })
  })

  it('is about the web server’s own password, not about our key', () => {
    const fault = judged(401, 'Unauthorized', { 'www-authenticate': 'Basic realm="staging"' })

    expect(fault).toMatchObject({ kind: 'settings', message: expect.stringContaining('password of its web server') })
  })

  it.each([
    [
      'in its words',
      errors({ code: 'FRAMEWORK__AUTH_THROTTLED', detail: '', meta: { parameters: { seconds: 30 } } }),
      {},
      30,
    ],
    ['in the header', errors({ code: 'FRAMEWORK__RATE_LIMIT_EXCEEDED', detail: '' }), { 'retry-after': '90' }, 90],
  ])('says when to come back %s', (_, body, headers, seconds) => {
    const retryAt = new Date(clock.now() + seconds * 1000).toISOString()

    expect(judged(429, body, headers)).toMatchObject({ kind: 'busy', retryAt })
  })

  it.each(['oauth/token', 'search/order', '_info/version'])('means that there is no Shopware: 404 to %s', (path) => {
    expect(judged(404, 'x', {}, new URL(`https://shop.example/api/${path}`))).toMatchObject({ kind: 'settings' })
  })

  it('means that one thing is gone where others are: 404 to a transition', () => {
    const fault = judged(404, errors({ code: 'SYSTEM__STATE_MACHINE_INVALID_ENTITY_ID', detail: 'Unable to read' }))

    expect(fault).toMatchObject({ kind: 'refused' })
  })
})
