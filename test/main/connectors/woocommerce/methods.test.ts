import { describe, expect, it } from 'vitest'
import { openShop } from './open-shop.ts'

describe('delivery methods', () => {
  it('are those of all zones that are switched on, each with the role its title says', async () => {
    const { backOffice } = await openShop()

    expect(await backOffice.listMethods()).toEqual([
      { id: 'flat_rate:1', title: 'Colissimo (France)', serves: ['standard'] },
      { id: 'flat_rate:2', title: 'Chronopost Express (France)', serves: ['express'] },
      { id: 'local_pickup:3', title: 'Retrait en magasin (France)', serves: [] },
      { id: 'flat_rate:4', title: 'Mondial Relay (France)', serves: ['relay'] },
    ])
  })

  it('have one for home delivery in a shop that has none', async () => {
    const { backOffice, shop } = await openShop()
    shop.zones.splice(0, 1)

    expect(await backOffice.listMethods()).toEqual([
      { id: 'rakuten', title: 'Livraison à domicile', serves: ['standard'] },
    ])
  })
})
