import { describe, expect, it } from 'vitest'
import { rakutenForm, refusedField, type TestAccounts, testAccounts } from '../../helpers/test-accounts.ts'

const environment = { TOKEN: 'canary-token-1', KEY: 'canary-token-1' }
const shop = (shopUrl: string) => ({
  label: 'Boutique',
  kind: 'woocommerce',
  settings: { shopUrl, consumerKey: { env: 'KEY' }, consumerSecret: { env: 'KEY' } },
})
const rakuten = (baseUrl: Record<string, string>) => ({
  label: 'Rakuten',
  marketplace: 'rakuten-france',
  backOffice: 'Boutique',
  settings: { login: 'maboutique', token: { env: 'TOKEN' }, ...baseUrl },
})
const HERE = { baseUrl: 'http://127.0.0.1:4810' }

const apply = ({ accounts }: TestAccounts, file: unknown): Promise<void> =>
  accounts.applyConfiguration({ text: JSON.stringify(file), environment, secrets: 'keychain', loopbackOnly: true })

describe('a clock set by hand', () => {
  it('is fine while every address is on this PC', async () => {
    const test = testAccounts()

    await apply(test, {
      backOffices: [shop('http://localhost:8080'), { label: 'This PC', kind: 'this-pc' }],
      connections: [rakuten(HERE)],
    })

    expect(test.repositories.connections.list()).toHaveLength(1)
  })

  it.each([
    ['an account leaves its address to the connector', shop('http://localhost:8080'), rakuten({})],
    ['an account is elsewhere', shop('http://localhost:8080'), rakuten({ baseUrl: 'https://ws.example' })],
    ['a shop is elsewhere', shop('https://boutique.example'), rakuten(HERE)],
  ])('is refused, and nothing is stored, when %s', async (_, office, connection) => {
    const test = testAccounts()

    const field = await refusedField(() => apply(test, { backOffices: [office], connections: [connection] }))

    expect(field).toBe('now')
    expect(test.repositories.backOffices.list()).toEqual([])
  })

  it('is refused when an account that is kept already is elsewhere', async () => {
    const test = testAccounts()
    const { id } = await test.accounts.backOffices.add('this-pc', 'This PC', {})
    await test.accounts.connections.add({ ...rakutenForm(), backOfficeId: id })

    expect(await refusedField(() => apply(test, {}))).toBe('now')
  })

  it('is fine for a kept account that the file moves to this PC, and for the practice account', async () => {
    const test = testAccounts()
    const { id } = await test.accounts.backOffices.add('this-pc', 'This PC', {})
    await test.accounts.connections.add({ ...rakutenForm(), backOfficeId: id })
    await test.accounts.startPractice({ backOfficeId: id, intoRealShop: false })
    const { label: _, backOffice: __, ...moved } = rakuten(HERE)

    await apply(test, { connections: [moved] })

    expect(test.repositories.connections.byAccount('rakuten-france', 'maboutique')?.account).toEqual(HERE)
  })
})
