import { describe, expect, it } from 'vitest'
import { ask, codeOf } from '../ask.ts'
import { ADVERTS, withAdverts } from '../practice.ts'

describe('export', () => {
  it('shows competitors only when asked, and takes no other scope', async () => {
    const account = await withAdverts()

    const plain = await ask(account, 'export')
    const pricing = await ask(account, 'export', { scope: 'PRICING' })
    const other = await ask(account, 'export', { scope: 'ALL' })

    expect([plain, pricing].map((answer) => answer.text.includes('<newadverts>'))).toEqual([false, true])
    expect(codeOf(other)).toBe('ParameterError')
  })

  it('keeps the ids of an advert when the inventory is set anew', async () => {
    const account = await withAdverts()
    const before = account.world.inventory().map(({ advertId }) => advertId)

    account.world.setInventory(ADVERTS.map((advert) => ({ ...advert, stock: 1 })))

    expect(account.world.inventory().map(({ advertId }) => advertId)).toEqual(before)
  })
})
