import { describe, expect, it, vi } from 'vitest'
import type { FaultKind } from '../../../../../src/main/practice/rakuten-france/faults.ts'
import type { PracticeAccount } from '../../../../../src/main/practice/rakuten-france/index.ts'
import { ask, codeOf } from '../ask.ts'
import { bought, practiceAccount } from '../practice.ts'

const france = { shippingfromcountry: '249' }
const accept = (account: PracticeAccount, itemid: string) => ask(account, 'acceptsale', { itemid, ...france })

describe('an answer in the place of the true one', () => {
  it.each<[FaultKind, number, RegExp]>([
    ['html-503', 503, /^<!DOCTYPE html>/],
    ['html-200', 200, /^<!DOCTYPE html>/],
    ['empty', 200, /^$/],
    ['outage', 200, /<message>Service unavailable</],
    ['quota', 200, /<message>Quota exceeded\.</],
  ])('%s: nothing has happened, and the next call is answered', async (kind, status, body) => {
    const account = await practiceAccount()
    const { itemId } = bought(account)
    account.faults.add({ kind })

    const touched = await accept(account, itemId)
    const state = account.ledger().items[itemId]?.state
    const next = await accept(account, itemId)

    expect(touched.status).toBe(status)
    expect(touched.text).toMatch(body)
    expect([state, codeOf(next)]).toEqual(['to-decide', 'ok'])
  })

  it.each<FaultKind>(['html-503', 'html-200', 'empty', 'outage'])('%s: or everything has happened', async (kind) => {
    const account = await practiceAccount()
    const { itemId } = bought(account)
    account.faults.add({ kind, processed: true })

    const answer = await accept(account, itemId)

    expect(answer.text).not.toContain('Accepted')
    expect(account.ledger().items[itemId]).toMatchObject({ state: 'accepted', accepted: 1 })
  })

  it('drops the connection before anything has happened', async () => {
    const account = await practiceAccount()
    const { itemId } = bought(account)
    account.faults.add({ kind: 'drop-before' })

    await expect(accept(account, itemId)).rejects.toThrow()

    expect(account.ledger().items[itemId]?.state).toBe('to-decide')
    expect(account.calls).toMatchObject([{ action: 'acceptsale', status: 0, outcome: 'not processed' }])
  })

  it('drops the connection after everything has happened', async () => {
    const account = await practiceAccount()
    const { itemId } = bought(account)
    account.faults.add({ kind: 'drop-after' })

    await expect(accept(account, itemId)).rejects.toThrow()

    expect(account.ledger().items[itemId]).toMatchObject({ state: 'accepted', accepted: 1 })
    expect(account.calls).toMatchObject([{ status: 0, outcome: 'ok', faults: ['drop-after'] }])
  })

  it('lets the caller wait, the deed being done', async () => {
    const account = await practiceAccount()
    const { itemId } = bought(account)
    account.faults.add({ kind: 'slow', delayMs: 60_000 })

    const answer = accept(account, itemId).catch(() => 'gave up')
    await vi.waitFor(() => expect(account.ledger().items[itemId]?.state).toBe('accepted'))
    await account.close()

    expect(await answer).toBe('gave up')
  })
})
