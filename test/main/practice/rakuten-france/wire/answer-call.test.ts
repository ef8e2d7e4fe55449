import { describe, expect, it } from 'vitest'
import { ask, textsOf } from '../ask.ts'
import { bought, practiceAccount } from '../practice.ts'

describe('the list of calls', () => {
  it('holds every request in order, and never a token', async () => {
    const account = await practiceAccount()
    const { itemId } = bought(account)

    await ask(account, 'getnewsales')
    await ask(account, 'getiteminfos', { itemid: itemId, pwd: 'faux' })

    expect(account.calls).toMatchObject([
      { action: 'getnewsales', outcome: 'ok', status: 200 },
      { action: 'getiteminfos', outcome: 'InvalidUserConnection: Incorrect login or password' },
    ])
    expect(JSON.stringify(account.calls)).not.toMatch(/pwd|faux|jeton/)
  })
})

describe('several accounts', () => {
  it('live side by side, each with its own orders', async () => {
    const [one, other] = [await practiceAccount(), await practiceAccount({ login: 'autre', token: 'secret' })]
    bought(one)

    const answers = [await ask(one, 'getnewsales'), await ask(other, 'getnewsales')]

    expect(answers.map((answer) => textsOf(answer, 'itemid').length)).toEqual([1, 0])
  })
})
