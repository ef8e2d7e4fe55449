import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/main/domain/fault.ts'
import { callsOf, colissimo, fix, messagesOf, mug, onePlaced, open, told } from './an-open-corridor.ts'

const oneMug = () => onePlaced({}, 'Suivi', [mug])

describe('the list of what waits for the seller', () => {
  it('is asked for once an hour', async () => {
    const corridor = await oneMug()
    const asked = () => callsOf(corridor, 'getitemtodolist').length
    const first = asked()

    await corridor.pass(55)
    const soon = asked()
    await corridor.pass(5)

    expect([first, soon, asked()]).toEqual([1, 1, 2])
  })

  it('names a claim with the buyer’s words, once, and keeps them whatever else happens to the order', async () => {
    const corridor = await onePlaced()
    const { rakuten, pass, id, itemIds, repositories, order } = corridor
    rakuten.world.openClaim(itemIds[0] ?? '', 'La tasse est cassée')
    await pass(60)
    rakuten.world.cancelByBuyer(id, itemIds[2])

    await pass(120)

    expect(messagesOf(corridor, id)).toEqual([
      'The buyer has opened a claim: "La tasse est cassée". Navette ships nothing meanwhile; answer it at Rakuten.',
    ])
    const events = repositories.timeline.of(order(id).id).map(({ what }) => what)
    expect(events.filter((what) => what === 'claim-opened')).toHaveLength(1)
    expect(callsOf(corridor, 'getiteminfos')).toHaveLength(1)
  })

  it('freezes the order until the item is accepted again', async () => {
    const corridor = await oneMug()
    const { rakuten, pass, order, problems, pc, id, ref, itemIds } = corridor
    rakuten.world.openClaim(itemIds[0] ?? '', 'Rien reçu')
    await pass(60)
    pc.orders.ship(ref, colissimo)
    await pass(60)
    expect([told(corridor), problems(id)]).toEqual([[], ['claim']])
    rakuten.world.closeClaim(itemIds[0] ?? '')

    await pass(60)

    expect([order(id).status, problems(id)]).toEqual(['shipped', []])
  })

  it('shows a message of the buyer in the timeline, though there is a claim that was told', async () => {
    const corridor = await oneMug()
    const { rakuten, pass, order, id, itemIds, repositories } = corridor
    rakuten.world.openClaim(itemIds[0] ?? '', 'Cassé')
    await pass(60)
    rakuten.world.messageFromBuyer(itemIds[0] ?? '', 'Bonjour, des nouvelles ?')

    await pass(60)

    const notes = repositories.timeline
      .of(order(id).id)
      .filter(({ what, actor }) => what === 'note' && actor === 'buyer')
    expect(notes.map(({ detail }) => detail['text'])).toEqual(['Bonjour, des nouvelles ?'])
  })

  it('is a message and no claim when there is none', async () => {
    const corridor = await oneMug()
    corridor.rakuten.world.messageFromBuyer(corridor.itemIds[0] ?? '', 'Merci !')

    await corridor.pass(60)

    expect(corridor.problems(corridor.id)).toEqual([])
  })

  it('that cannot be read keeps nothing else from being read back', async () => {
    const corridor = await oneMug()
    const { rakuten, pass, order, pc, id, ref } = corridor
    rakuten.faults.add({ kind: 'truncated', action: 'getitemtodolist', times: 'always' })
    pc.orders.ship(ref, colissimo)

    await pass(60)

    expect(order(id).status).toBe('shipped')
  })

  it('leads to Rakuten, where a claim is answered', async () => {
    const corridor = await oneMug()
    corridor.rakuten.world.openClaim(corridor.itemIds[0] ?? '', 'Cassé')
    await corridor.pass(60)

    const result = await corridor.act(corridor.id, fix('open'))

    expect(result).toMatchObject({ done: true, message: expect.stringContaining('https://fr.shopping.rakuten.com') })
  })
})

describe('an order under claim', () => {
  it('is not placed before its item is accepted again', async () => {
    let isDown = true
    const corridor = await open({
      office: (backOffice) => ({
        ...backOffice,
        async placeOrder(order) {
          if (isDown) throw new Fault('unreachable', 'No answer', { side: 'This PC' })
          return backOffice.placeOrder(order)
        },
      }),
    })
    const { rakuten, sync, pass, order, problems } = corridor
    const id = rakuten.world.buy({ items: [mug] })
    await sync()
    const itemId = order(id).items[0]?.itemId ?? ''
    rakuten.world.openClaim(itemId, 'Trop tard')
    await pass(60)
    isDown = false
    await pass(30)
    expect([order(id).status, problems(id)]).toEqual(['accepted', ['claim']])
    rakuten.world.closeClaim(itemId)

    await pass(60)

    expect([order(id).status, problems(id)]).toEqual(['placed', []])
  })
})
