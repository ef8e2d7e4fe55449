import { describe, expect, it } from 'vitest'
import { ask, codeOf, textsOf } from '../ask.ts'
import { accepted, practiceAccount } from '../practice.ts'

const operations = (account: Parameters<typeof ask>[0], params = {}) =>
  ask(account, 'getoperations', { operationcause: 'salestransfer', ...params })

describe('getoperations', () => {
  it('tells what was paid out since a date, day first, over the turn of a year', async () => {
    const account = await practiceAccount()
    const { itemIds } = accepted(account, 2)
    account.world.clock.set('2026-12-31T12:00:00+01:00')
    account.world.payOut(itemIds.slice(0, 1))
    account.world.clock.set('2027-01-02T12:00:00+01:00')
    account.world.payOut(itemIds.slice(1))

    const all = await operations(account)
    const later = await operations(account, { lastoperationdate: '31/12/2026-12:00:00' })

    expect(textsOf(all, 'operationdate')).toEqual(['31/12/2026-12:00:00', '02/01/2027-12:00:00'])
    expect(textsOf(later, 'compensationid')).toEqual(['400002'])
  })

  it.each([
    ['another cause', { operationcause: 'refund' }],
    ['a date of another form', { lastoperationdate: '2026-01-01' }],
  ])('refuses %s', async (_, params) => {
    const account = await practiceAccount()

    const answer = await operations(account, params)

    expect(codeOf(answer)).toBe('ParameterError')
  })
})
