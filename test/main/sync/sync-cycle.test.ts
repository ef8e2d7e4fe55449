import { describe, expect, it } from 'vitest'
import { aCorridor } from '../../helpers/a-corridor.ts'
import { aProduct } from '../connectors/this-pc/a-shelf.ts'

describe('the life of an order', () => {
  it('goes from To accept to Shipped, through This PC, exactly once', async () => {
    const { rakuten, pc, sync, order, clock } = await aCorridor()
    pc.products.save(aProduct({ sku: 'MUG', stock: 5 }), null)
    const id = rakuten.world.buy({
      items: [
        { sku: 'MUG', priceCents: 1490 },
        { sku: 'MUG', priceCents: 1490 },
      ],
      deliveryMode: 'Suivi',
    })

    const first = await sync()
    expect(first.connections[0]?.problem).toBeNull()
    expect(order(id).status).toBe('placed')
    pc.orders.ship(`RKT-${id}`, {
      carrierName: 'Colissimo',
      trackingNumber: '6A62957360897',
      trackingUrl: null,
      contents: null,
    })
    clock.advance(300_000)
    await sync()

    expect(order(id)).toMatchObject({ status: 'shipped', shippedBy: 'navette' })
    expect(pc.orders.list('all')).toHaveLength(1)
  })
})
