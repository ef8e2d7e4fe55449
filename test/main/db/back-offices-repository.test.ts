import { describe, expect, it } from 'vitest'
import { openTestRepositories } from '../../helpers/open-test-database.ts'

const shop = { label: 'Shop', kind: 'prestashop', settings: { shopUrl: 'https://shop.example' } }

describe('back offices', () => {
  it('are read back as they were inserted and saved', () => {
    const { backOffices } = openTestRepositories()
    const inserted = backOffices.insert(shop)
    expect(backOffices.get(inserted.id)).toEqual({ ...shop, id: inserted.id })

    const changed = { ...inserted, label: 'Renamed', settings: {} }
    backOffices.save(changed)

    expect(backOffices.list().at(-1)).toEqual(changed)
    expect(backOffices.byLabel('Renamed')).toEqual(changed)
    expect(backOffices.byLabel('Shop')).toBeNull()
  })

  it('bear one label each', () => {
    const { backOffices } = openTestRepositories()

    expect(() => backOffices.insert({ ...shop, label: 'Boutique' })).toThrow('UNIQUE')
  })

  it('leave the list and give their label back when removed, while orders can still name them', () => {
    const { backOffices } = openTestRepositories()
    const { id } = backOffices.insert(shop)

    backOffices.remove(id)

    expect(backOffices.byLabel('Shop')).toBeNull()
    expect(backOffices.get(id)).toMatchObject(shop)
    expect(backOffices.insert(shop).id).not.toBe(id)
  })
})
