import { describe, expect, it } from 'vitest'
import { errorWith, rakutenAnswering, sample } from '../../../helpers/rakuten-answering.ts'

const faultOf = async (body: Buffer | string, status = 200): Promise<unknown> =>
  (await rakutenAnswering([body], { status })).marketplace.listNewSales().catch((fault: unknown) => fault)

describe('errors of Rakuten', () => {
  it.each([
    ['error-login', 'credentials'],
    ['error-quota', 'quota'],
    ['error-server-import', 'unreachable'],
    ['error-unknown-unavailable', 'unreachable'],
    ['error-parameter-missing', 'refused'],
    ['error-parameter-invalid', 'refused'],
    ['error-version', 'refused'],
  ])('%s is a fault: %s, whatever the HTTP status', async (name, kind) => {
    expect(await faultOf(sample(name))).toMatchObject({ name: 'Fault', kind, side: 'Rakuten', outcome: 'not-done' })
    expect(await faultOf(sample(name), 400)).toMatchObject({ kind })
  })

  it('keeps Rakuten’s own words and codes', async () => {
    expect(await faultOf(sample('error-login'))).toMatchObject({
      detail: {
        action: 'getnewsales',
        type: 'Sender',
        code: 'InvalidUserConnection',
        details: 'Incorrect login or password',
        httpStatus: '200',
      },
    })
    expect(await faultOf(sample('error-version'))).toMatchObject({
      message: expect.stringContaining('is not supported'),
    })
  })

  it('comes back with the next full hour once the quota is used up', async () => {
    const { marketplace, clock } = await rakutenAnswering([sample('error-quota')])
    clock.set('2026-01-12T09:17:33.000Z')

    await expect(marketplace.listNewSales()).rejects.toMatchObject({
      kind: 'quota',
      retryAt: '2026-01-12T10:00:00.000Z',
    })
  })

  it('says that a right is missing without stopping what needs no right', async () => {
    expect(await faultOf(errorWith(['Reserved for PRO'], 'InvalidUserRights', 'Sender', 'Not allowed.'))).toMatchObject(
      {
        kind: 'refused',
        message: expect.stringContaining('professional accounts: Reserved for PRO'),
      },
    )
  })

  it('takes an unknown error for an outage when the HTTP status says so, and no other error', async () => {
    const unknown = errorWith([], 'Unknown error', 'Unknown error', 'Unknown error')

    expect(await faultOf(unknown, 503)).toMatchObject({ kind: 'unreachable' })
    expect(await faultOf(unknown, 500)).toMatchObject({ kind: 'unreadable' })
    expect(await faultOf(sample('error-parameter-invalid'), 503)).toMatchObject({ kind: 'refused' })
  })

  it('does not conclude from an unknown error whether the call failed', async () => {
    const { marketplace } = await rakutenAnswering([errorWith([], 'Unknown error', 'Unknown error', 'Unknown error')])

    await expect(marketplace.messageBuyer('1', 'x')).rejects.toMatchObject({ kind: 'unreadable', outcome: 'unknown' })
  })
})
