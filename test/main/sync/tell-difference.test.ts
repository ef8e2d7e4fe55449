import { describe, expect, it } from 'vitest'
import type { BackOffice, OrderDifference, OrderToCheck } from '../../../src/main/connectors/sockets/back-office.ts'
import type { CorridorOptions } from '../../helpers/a-corridor.ts'
import { aProduct } from '../connectors/this-pc/a-shelf.ts'
import { callsOf, fix, mug, open } from './an-open-corridor.ts'

const MESSAGE = 'MUG: 15.90 instead of 14.90 EUR.'

const bought = async (difference: OrderDifference, options: CorridorOptions = {}) => {
  const asked: OrderToCheck[] = []
  const office = (backOffice: BackOffice): BackOffice => ({
    ...backOffice,
    async checkOrder(order) {
      asked.push(order)
      return { ...(await backOffice.checkOrder(order)), difference }
    },
  })
  const corridor = await open({ office, ...options })
  const id = corridor.rakuten.world.buy({ items: [mug, mug] })
  await corridor.sync()
  const story = () => corridor.repositories.timeline.of(corridor.order(id).id)
  return { ...corridor, id, asked, story }
}

describe('an order that the back office would record differently', () => {
  it('is told so before it is accepted, and goes on', async () => {
    const { order, problems, story, id } = await bought({ message: MESSAGE, needsWord: false })

    expect([order(id).status, problems(id)]).toEqual(['placed', []])
    const told = story().flatMap(({ what, detail }) =>
      what === 'item-accepted' ? [what] : what === 'note' ? [detail['message']] : [],
    )
    expect(told).toEqual([MESSAGE, 'item-accepted', 'item-accepted'])
  })

  it('is told so once, however long it waits for its goods', async () => {
    const sold = aProduct({ sku: 'MUG', stock: 20 })
    const corridor = await bought({ message: MESSAGE, needsWord: true })
    corridor.pc.products.save({ ...sold, stock: 1 }, sold)
    await corridor.act(corridor.id, fix('accept'))

    await corridor.pass(15)

    expect(corridor.problems(corridor.id)).toEqual(['stock'])
    expect(corridor.story().filter(({ what }) => what === 'note')).toHaveLength(1)
  })

  it('is held where the seller wants to decide, and nothing is asked of Rakuten', async () => {
    const corridor = await bought({ message: MESSAGE, needsWord: true })
    const { order, problems, repositories, id } = corridor

    expect([order(id).status, problems(id), callsOf(corridor, 'acceptsale')]).toEqual([
      'imported',
      ['total-differs'],
      [],
    ])
    expect(repositories.problems.of({ orderId: order(id).id })).toMatchObject([
      {
        message: `This PC would record this order differently. ${MESSAGE} The order is held; nothing was accepted.`,
        detail: { choices: ['accept', 'refuse'] },
      },
    ])
  })

  it.each([
    ['by the choice of its problem', fix('accept')],
    ['by the button', { action: 'accept' } as const],
  ])('goes on once the seller accepts it %s', async (_, act) => {
    const corridor = await bought({ message: MESSAGE, needsWord: true })

    await corridor.act(corridor.id, act)

    expect([corridor.order(corridor.id).status, corridor.problems(corridor.id)]).toEqual(['placed', []])
  })

  it('is refused at Rakuten on the seller’s word', async () => {
    const corridor = await bought({ message: MESSAGE, needsWord: true })

    await corridor.act(corridor.id, fix('refuse'))

    expect([corridor.order(corridor.id).status, corridor.problems(corridor.id)]).toEqual(['refused', []])
  })

  it('goes on by itself once it would be recorded as it was sold', async () => {
    const difference = { message: MESSAGE, needsWord: true }
    const { sync, order, problems, id } = await bought(difference)
    difference.needsWord = false

    await sync()

    expect([order(id).status, problems(id)]).toEqual(['placed', []])
  })
})

describe('the back office', () => {
  it('is told what the buyer pays for the units of each SKU', async () => {
    const { asked } = await bought({ message: MESSAGE, needsWord: false })

    expect(asked[0]?.lines).toEqual([{ sku: 'MUG', quantity: 2, paidCents: 2980 }])
  })
})
