import { describe, expect, it } from 'vitest'
import { chooseCarrier, toMethods } from '../../../../src/main/connectors/prestashop/carriers.ts'

describe('carriers', () => {
  const carrier = (id: number, name: string, facts = {}) => ({
    ...{ id, id_reference: id, id_tax_rules_group: 0, name, active: true, deleted: false, is_free: false, url: '' },
    ...facts,
  })
  const shop = [
    carrier(1, '0', { is_free: true }),
    carrier(2, 'Colissimo'),
    carrier(3, 'Chronopost', { is_free: true }),
    carrier(4, 'Mondial Relay', { active: false }),
    carrier(7, 'UPS', { id_reference: 5 }),
  ]

  it('are methods by the reference that outlives edits; the shop itself serves no delivery', () => {
    expect(toMethods(shop, 'Boutique')).toEqual([
      { id: '1', title: 'Boutique', serves: [] },
      { id: '2', title: 'Colissimo', serves: ['standard'] },
      { id: '3', title: 'Chronopost', serves: ['express'] },
      { id: '5', title: 'UPS', serves: ['standard'] },
    ])
  })

  it.each([
    ['5', 7, 3],
    ['3', 3, 3],
    ['1', 1, 1],
    ['4', 2, 3],
    [null, 2, 3],
  ])('of method %s stand in the order as %i and in the cart as %i', (methodId, id, cartId) => {
    const choice = chooseCarrier(shop, methodId)

    expect([choice?.carrier.id, choice?.cartCarrier.id]).toEqual([id, cartId])
  })

  it('are their own in the cart where none is free, and none where there are none', () => {
    expect(chooseCarrier([carrier(2, 'Colissimo')], null)?.cartCarrier.id).toBe(2)
    expect(chooseCarrier([], null)).toBeNull()
  })
})
