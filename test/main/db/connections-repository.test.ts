import { describe, expect, it } from 'vitest'
import type { NewConnection } from '../../../src/main/db/connections-repository.ts'
import { createRepositories } from '../../../src/main/db/repositories.ts'
import { DEFAULT_CONNECTION_SETTINGS } from '../../../src/main/domain/connection.ts'
import { aNewOrder } from '../../helpers/an-order.ts'
import { connectTestAccount, openTestDatabase, openTestRepositories } from '../../helpers/open-test-database.ts'

const aConnection = (facts: Partial<NewConnection> = {}): NewConnection => ({
  label: 'Second',
  marketplace: 'rakuten-france',
  login: 'autre',
  account: { baseUrl: 'https://ws.fr.shopping.rakuten.com' },
  backOfficeId: 1,
  referencePrefix: 'RKT2',
  settings: { ...DEFAULT_CONNECTION_SETTINGS, skuAliases: { A: 'B' }, deliveryModes: { Express: null } },
  paused: false,
  createdAt: '2026-01-02T00:00:00.000Z',
  ...facts,
})

describe('connections', () => {
  it('are read back as they were inserted and saved', () => {
    const { connections } = openTestRepositories()
    const inserted = connections.insert(aConnection())
    expect(connections.get(inserted.id)).toEqual({ ...aConnection(), id: inserted.id, removedAt: null })

    const changed = { ...inserted, label: 'Renamed', paused: true }
    connections.save(changed)

    expect(connections.list()).toMatchObject([{ label: 'Rakuten' }, changed])
    expect(connections.byAccount('rakuten-france', 'autre')).toEqual(changed)
  })

  it('refuse the same account twice', () => {
    const { connections } = openTestRepositories()

    expect(() => connections.insert(aConnection({ login: 'maboutique' }))).toThrow('connected already')
  })

  it('leave the list when removed, while their orders can still name them', () => {
    const { connections } = openTestRepositories()

    connections.remove(1, '2026-11-20T10:00:00.000Z')

    expect(connections.list()).toEqual([])
    expect(connections.byAccount('rakuten-france', 'maboutique')).toBeNull()
    expect(connections.get(1)).toMatchObject({ label: 'Rakuten', removedAt: '2026-11-20T10:00:00.000Z' })
  })

  it('find their orders again when the account comes back, under the prefix those were placed with', () => {
    const { connections, orders } = openTestRepositories()
    orders.insertNew([aNewOrder({ reference: 'A' })])
    connections.remove(1, '2026-11-20T10:00:00.000Z')

    const back = connections.insert(aConnection({ login: 'maboutique', label: 'Back again' }))

    expect(back).toMatchObject({ id: 1, label: 'Back again', referencePrefix: 'RKT', removedAt: null })
    expect(connections.get(1)).toEqual(back)
    expect(orders.insertNew([aNewOrder({ reference: 'A' })])).toEqual([])
  })

  it('take the default for a setting that is younger than they are', () => {
    const db = openTestDatabase()
    const repositories = createRepositories(db)
    connectTestAccount(repositories)

    db.exec(`UPDATE connections SET settings = '{"safetyStock":3}'`)

    expect(repositories.connections.get(1)?.settings).toEqual({ ...DEFAULT_CONNECTION_SETTINGS, safetyStock: 3 })
  })
})
