import { describe, expect, it } from 'vitest'
import { GOOD_TOKEN, OTHER_GOOD_TOKEN, rakutenForm, refusedField, testAccounts } from '../../helpers/test-accounts.ts'

const shop = { shopUrl: 'https://boutique.example', consumerKey: GOOD_TOKEN, consumerSecret: 'canary-secret' }

describe('back offices', () => {
  it('keep their address in the database and their keys in the secret store', async () => {
    const { accounts, repositories, secrets, names } = testAccounts()

    const { id } = await accounts.backOffices.add('woocommerce', 'Boutique', shop)

    expect(repositories.backOffices.list()).toEqual([
      { id, label: 'Boutique', kind: 'woocommerce', settings: { shopUrl: 'https://boutique.example' } },
    ])
    expect(await secrets.read(names.ofBackOffice(id, 'consumerSecret'))).toBe('canary-secret')
  })

  it.each([
    { values: { ...shop, shopUrl: 'http://boutique.example' }, field: 'shopUrl' },
    { values: { ...shop, consumerKey: '' }, field: 'consumerKey' },
    { values: { shopUrl: shop.shopUrl, consumerKey: GOOD_TOKEN }, field: 'consumerSecret' },
  ])('refuse a form whose $field is wrong', async ({ values, field }) => {
    const { accounts, repositories } = testAccounts()

    expect(await refusedField(() => accounts.backOffices.add('woocommerce', 'Boutique', values))).toBe(field)
    expect(repositories.backOffices.list()).toEqual([])
  })

  it('are told apart by their label', async () => {
    const { accounts } = testAccounts()
    await accounts.backOffices.add('this-pc', 'Depot', {})

    expect(await refusedField(() => accounts.backOffices.add('woocommerce', 'Depot', shop))).toBe('label')
  })

  it('keep a new key beside the old secret once the test of both has passed', async () => {
    const { accounts, secrets, names, opened } = testAccounts()
    const { id } = await accounts.backOffices.add('woocommerce', 'Boutique', shop)

    const { kept } = await accounts.backOffices.newSecret(id, { consumerKey: OTHER_GOOD_TOKEN })

    expect(kept).toBe(true)
    expect(opened.at(-1)).toMatchObject({ consumerKey: OTHER_GOOD_TOKEN, consumerSecret: 'canary-secret' })
    expect(await secrets.read(names.ofBackOffice(id, 'consumerKey'))).toBe(OTHER_GOOD_TOKEN)
  })

  it('are not removed while a connection needs them, and lose their keys when they are', async () => {
    const { accounts, repositories, secrets, names } = testAccounts()
    const { id } = await accounts.backOffices.add('woocommerce', 'Boutique', shop)
    const connection = await accounts.connections.add({ ...rakutenForm(), backOfficeId: id })

    expect(await refusedField(() => accounts.backOffices.remove(id))).toBe('id')
    await accounts.removing.remove(connection)
    await accounts.backOffices.remove(id)

    expect(repositories.backOffices.list()).toEqual([])
    expect(await secrets.read(names.ofBackOffice(id, 'consumerKey'))).toBeNull()
  })
})

describe('the practice account', () => {
  it('comes with This PC and bears references of its own', async () => {
    const { accounts, repositories } = testAccounts()

    const connection = await accounts.startPractice({ backOfficeId: null, intoRealShop: false })

    expect(connection).toMatchObject({ login: 'atelier-essai', referencePrefix: 'TRY', paused: true })
    expect(repositories.backOffices.list()).toMatchObject([{ kind: 'this-pc', label: 'This PC' }])
  })

  it('enters a real shop only on the seller’s word', async () => {
    const { accounts } = testAccounts()
    const { id } = await accounts.backOffices.add('woocommerce', 'Boutique', shop)

    expect(await refusedField(() => accounts.startPractice({ backOfficeId: id, intoRealShop: false }))).toBe(
      'intoRealShop',
    )
    expect(await accounts.startPractice({ backOfficeId: id, intoRealShop: true })).toMatchObject({ backOfficeId: id })
  })

  it('is opened where it runs now, with a token nobody has to keep', async () => {
    const { accounts, opened, secrets, names } = testAccounts()
    const connection = await accounts.startPractice({ backOfficeId: null, intoRealShop: false })

    await accounts.openMarketplace(connection)

    expect(opened.at(-1)).toMatchObject({ baseUrl: 'http://127.0.0.1:4999', token: 'practice-token' })
    expect(await secrets.read(names.ofConnection(connection.id, 'token'))).toBeNull()
  })

  it('is the same one when it is started again', async () => {
    const { accounts, repositories } = testAccounts()

    const first = await accounts.startPractice({ backOfficeId: null, intoRealShop: false })
    const again = await accounts.startPractice({ backOfficeId: null, intoRealShop: false })

    expect(again.id).toBe(first.id)
    expect(repositories.connections.list()).toHaveLength(1)
  })
})
