import { describe, expect, it } from 'vitest'
import { createEnvironmentSecrets } from '../../../src/main/secrets/environment.ts'
import { aNewOrder } from '../../helpers/an-order.ts'
import { OTHER_GOOD_TOKEN, rakutenForm, refusedField, testAccounts } from '../../helpers/test-accounts.ts'

const withOffices = async (more: Parameters<typeof testAccounts>[0] = {}) => {
  const test = testAccounts(more)
  const first = await test.accounts.backOffices.add('this-pc', 'This PC', {})
  const second = await test.accounts.backOffices.add('this-pc', 'Depot', {})
  return { ...test, first, second }
}

describe('adding a connection', () => {
  it('keeps the token in the secret store and nowhere else', async () => {
    const { accounts, repositories, secrets, names, first } = await withOffices()

    const connection = await accounts.connections.add({ ...rakutenForm(), backOfficeId: first.id })

    expect(await secrets.read(names.ofConnection(connection.id, 'token'))).toBe('canary-token-1')
    expect(JSON.stringify(repositories.connections.list())).not.toContain('canary')
  })

  it.each([
    { values: { login: 'moi@example.fr' }, field: 'login' },
    { values: { login: '' }, field: 'login' },
    { values: { token: '' }, field: 'token' },
    { values: { token: ' padded ' }, field: 'token' },
    { values: { baseUrl: 'http://example.com' }, field: 'baseUrl' },
    { values: { sauce: 'tomato' }, field: 'sauce' },
  ])('refuses $values by naming $field, and stores nothing', async ({ values, field }) => {
    const { accounts, repositories, first } = await withOffices()

    const refused = refusedField(() => accounts.connections.add({ ...rakutenForm(values), backOfficeId: first.id }))

    expect(await refused).toBe(field)
    expect(repositories.connections.list()).toEqual([])
  })

  it('takes http on loopback, where a simulator lives', async () => {
    const { accounts, first } = await withOffices()

    const form = rakutenForm({ baseUrl: 'http://127.0.0.1:4000' })
    const { account } = await accounts.connections.add({ ...form, backOfficeId: first.id })

    expect(account).toEqual({ baseUrl: 'http://127.0.0.1:4000' })
  })

  it('refuses the same login twice, whatever the label', async () => {
    const { accounts, repositories, first, second } = await withOffices()
    await accounts.connections.add({ ...rakutenForm(), backOfficeId: first.id })

    const again = () => accounts.connections.add({ ...rakutenForm(), label: 'Other', backOfficeId: second.id })

    expect(await refusedField(again)).toBe('login')
    expect(repositories.connections.list()).toHaveLength(1)
  })

  it('leaves no connection behind when the secret store cannot keep the token', async () => {
    const { accounts, repositories, first } = await withOffices({
      secrets: createEnvironmentSecrets(
        {},
        () => null,
        async () => '',
      ),
    })

    const adding = accounts.connections.add({ ...rakutenForm(), backOfficeId: first.id })

    await expect(adding).rejects.toMatchObject({ kind: 'settings' })
    expect(repositories.connections.list()).toEqual([])
  })

  it('gives the second connection of a back office a prefix of its own, and the first of another one the plain one', async () => {
    const { accounts, first, second } = await withOffices()

    const prefixes = []
    for (const [login, office] of [
      ['a', first],
      ['b', first],
      ['c', second],
    ] as const) {
      const added = await accounts.connections.add({ ...rakutenForm({ login }), backOfficeId: office.id })
      prefixes.push(added.referencePrefix)
    }

    expect(prefixes).toEqual(['RKT', 'RKT2', 'RKT'])
  })

  it('never gives a prefix away that a removed connection has used in that back office', async () => {
    const { accounts, first } = await withOffices()
    const gone = await accounts.connections.add({ ...rakutenForm({ login: 'a' }), backOfficeId: first.id })
    await accounts.removing.remove(gone)

    const next = await accounts.connections.add({ ...rakutenForm({ login: 'b' }), backOfficeId: first.id })

    expect(next.referencePrefix).toBe('RKT2')
  })
})

describe('changing a connection', () => {
  const connected = async () => {
    const test = await withOffices()
    const connection = await test.accounts.connections.add({ ...rakutenForm(), backOfficeId: test.first.id })
    return { ...test, connection }
  }

  it('changes only what is given', async () => {
    const { accounts, connection } = await connected()

    const changed = accounts.connections.change(connection.id, { settings: { safetyStock: 2 } })

    expect(changed).toEqual({ ...connection, settings: { ...connection.settings, safetyStock: 2 } })
  })

  it.each([
    [{ skuSource: 'colour' }, 'skuSource'],
    [{ deliveryModes: { 'retrait  chez le VENDEUR': 'flat_rate' } }, 'deliveryModes.retrait  chez le VENDEUR'],
    [{ carriers: { 'La Poste': 'pigeon' } }, 'carriers.La Poste'],
    [{ carriersUsed: ['colissimo', 'pigeon'] }, 'carriersUsed.1'],
    [{ defaultCarrier: 'pigeon' }, 'defaultCarrier'],
    [
      { ownCarriers: [{ name: 'Coursier', trackingUrlTemplate: 'http://example.com/{trackingNumber}' }] },
      'ownCarriers.0.trackingUrlTemplate',
    ],
    [
      { ownCarriers: [{ name: 'Coursier', trackingUrlTemplate: 'https://example.com/' }] },
      'ownCarriers.0.trackingUrlTemplate',
    ],
  ])('refuses %j and stores nothing', async (settings, field) => {
    const { accounts, repositories, connection } = await connected()

    expect(await refusedField(() => accounts.connections.change(connection.id, { settings }))).toBe(field)
    expect(repositories.connections.get(connection.id)).toEqual(connection)
  })

  it('takes a carrier of the seller where it asks for one', async () => {
    const { accounts, connection } = await connected()
    const own = { name: 'Coursier', trackingUrlTemplate: 'https://example.com/{trackingNumber}?p={postcode}' }

    const { settings } = accounts.connections.change(connection.id, {
      settings: { ownCarriers: [own], defaultCarrier: 'Coursier', carriersUsed: ['Coursier', 'colissimo'] },
    })

    expect(settings.defaultCarrier).toBe('Coursier')
  })

  it('keeps its prefix in another back office, where nobody else uses it', async () => {
    const { accounts, connection, second } = await connected()

    const moved = accounts.connections.change(connection.id, { backOfficeId: second.id })

    expect(moved).toMatchObject({ backOfficeId: second.id, referencePrefix: 'RKT' })
  })

  it('leaves the methods of the old back office behind, and keeps what open orders there still need', async () => {
    const { accounts, connection, second } = await connected()
    const deliveryModes = { Suivi: 'flat_rate', Express: null }
    const kept = { skuSource: 'ean', skuAliases: { A: 'B' }, carriers: { 'La Poste': 'colissimo' } }
    accounts.connections.change(connection.id, { settings: { ...kept, deliveryModes } })

    const { settings } = accounts.connections.change(connection.id, { backOfficeId: second.id })

    expect(settings).toMatchObject(kept)
    expect(settings.deliveryModes).toEqual({ Express: null })
  })

  it('does not move to a back office that knows its prefix while orders lie in the old one', async () => {
    const { accounts, repositories, connection, first, second } = await connected()
    await accounts.connections.add({ ...rakutenForm({ login: 'b' }), backOfficeId: second.id })
    repositories.orders.insertNew([
      aNewOrder({ status: 'accepted', connectionId: connection.id, backOfficeId: first.id }),
    ])

    const move = () => accounts.connections.change(connection.id, { backOfficeId: second.id })

    expect(await refusedField(move)).toBe('backOfficeId')
    expect(accounts.connections.get(connection.id).backOfficeId).toBe(first.id)
  })

  it('takes no secret on the way of settings', async () => {
    const { accounts, connection } = await connected()

    const change = () => accounts.connections.change(connection.id, { account: { token: OTHER_GOOD_TOKEN } })

    expect(await refusedField(change)).toBe('token')
  })
})

describe('a new token', () => {
  const stopped = async () => {
    const test = await withOffices()
    const connection = await test.accounts.connections.add({ ...rakutenForm(), backOfficeId: test.first.id })
    const problem = { kind: 'credentials', message: 'refused', detail: {}, since: '2026-01-01T00:00:00.000Z' } as const
    test.repositories.problems.put({ connectionId: connection.id }, { ...problem, nextTryAt: null })
    return { ...test, connection, token: test.names.ofConnection(connection.id, 'token') }
  }

  it('is kept once it has passed its test, and ends the problem', async () => {
    const { accounts, repositories, secrets, connection, token } = await stopped()

    const { kept } = await accounts.connections.newSecret(connection.id, { token: OTHER_GOOD_TOKEN })

    expect(kept).toBe(true)
    expect(await secrets.read(token)).toBe(OTHER_GOOD_TOKEN)
    expect(repositories.problems.of({ connectionId: connection.id })).toEqual([])
  })

  it('is forgotten when its test fails: the old one stays, and so does the problem', async () => {
    const { accounts, repositories, secrets, connection, token } = await stopped()

    const { kept, checks } = await accounts.connections.newSecret(connection.id, { token: 'wrong' })

    expect(kept).toBe(false)
    expect(checks).toMatchObject([{ ok: false }])
    expect(await secrets.read(token)).toBe('canary-token-1')
    expect(repositories.problems.of({ connectionId: connection.id })).toHaveLength(1)
  })
})

describe('opening a connection', () => {
  it('joins what was kept with its secret', async () => {
    const { accounts, opened, first } = await withOffices()
    const connection = await accounts.connections.add({ ...rakutenForm(), backOfficeId: first.id })

    await accounts.openMarketplace(connection)

    expect(opened.at(-1)).toEqual({
      login: 'maboutique',
      token: 'canary-token-1',
      baseUrl: 'https://ws.fr.shopping.rakuten.com',
    })
  })

  it('says whose secret is missing', async () => {
    const { accounts, secrets, names, first } = await withOffices()
    const connection = await accounts.connections.add({ ...rakutenForm(), backOfficeId: first.id })
    await secrets.remove(names.ofConnection(connection.id, 'token'))

    await expect(accounts.openMarketplace(connection)).rejects.toMatchObject({
      kind: 'credentials',
      message: 'Token of Rakuten is not in the keychain. Enter it again.',
    })
  })

  it('reads SKUs from the field the connection names, and from the first one otherwise', async () => {
    const { accounts, opened, first } = await withOffices()

    await accounts.openBackOffice(first.id, 'ean')
    await accounts.openBackOffice(first.id, 'colour')

    expect(opened.map(({ skuSource }) => skuSource)).toEqual(['ean', 'sku'])
  })
})
