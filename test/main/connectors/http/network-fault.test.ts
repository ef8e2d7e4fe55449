import { describe, expect, it } from 'vitest'
import { networkFault } from '../../../../src/main/connectors/http/network-fault.ts'

const faultOf = (error: unknown) =>
  networkFault(error, { side: 'Rakuten', host: 'ws.example', timeoutMs: 60_000, redact: (text) => text })
const failed = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

describe('networkFault', () => {
  it.each(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED'])(
    'knows that nothing arrived after %s',
    (code) => {
      expect(faultOf(failed(code))).toMatchObject({
        kind: 'unreachable',
        outcome: 'not-done',
        detail: { host: 'ws.example', code },
      })
    },
  )

  it.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_BODY_TIMEOUT', 'SOMETHING_NEW'])(
    'does not know what happened after %s',
    (code) => {
      expect(faultOf(failed(code))).toMatchObject({ kind: 'unreachable', outcome: 'unknown' })
    },
  )

  it('finds the code behind a name with several addresses', () => {
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })

    expect(faultOf(new TypeError('fetch failed', { cause: new AggregateError([refused, refused]) }))).toMatchObject({
      outcome: 'not-done',
      message: 'Rakuten cannot be reached: nobody answers there.',
    })
  })

  it('says how long it waited', () => {
    expect(faultOf(new DOMException('timed out', 'TimeoutError'))).toMatchObject({
      message: 'Rakuten did not answer within 60 seconds.',
      outcome: 'unknown',
    })
  })
})
