import { describe, expect, it } from 'vitest'
import type { Accounts } from '../../../src/main/accounts/accounts.ts'
import type { FilesBeside } from '../../../src/main/accounts/configured-files.ts'
import { isFirstPushConfirmed } from '../../../src/main/accounts/first-push.ts'
import { readRetentionDays } from '../../../src/main/accounts/retention.ts'
import { createEnvironmentSecrets } from '../../../src/main/secrets/environment.ts'
import { MAPPED_TEMPLATE } from '../../helpers/a-mapped-office.ts'
import { refusedField, type TestAccounts, testAccounts } from '../../helpers/test-accounts.ts'

const environment = { WOO_KEY: 'canary-key', WOO_SECRET: 'canary-secret', RAKUTEN_TOKEN: 'canary-token-1' }

const shop = {
  label: 'Boutique',
  kind: 'woocommerce',
  settings: {
    shopUrl: 'https://boutique.example',
    consumerKey: { env: 'WOO_KEY' },
    consumerSecret: { env: 'WOO_SECRET' },
  },
}
const account = { login: 'maboutique', token: { env: 'RAKUTEN_TOKEN' } }
const rakuten = { label: 'Rakuten', marketplace: 'rakuten-france', backOffice: 'Boutique', settings: account }

const apply = (
  { accounts }: Pick<TestAccounts, 'accounts'>,
  file: unknown,
  more: { environment?: Record<string, string>; secrets?: 'keychain' | 'environment'; files?: FilesBeside } = {},
): Promise<void> =>
  accounts.applyConfiguration({ text: JSON.stringify(file), environment, secrets: 'keychain', ...more })

const stored = ({ repositories }: TestAccounts): string =>
  JSON.stringify([repositories.connections.list(), repositories.backOffices.list()])

describe('the configuration file', () => {
  it('connects what it describes, with defaults for what it leaves out', async () => {
    const test = testAccounts()

    await apply(test, {
      backOffices: [shop],
      connections: [{ ...rakuten, importFrom: '2026-01-01' }],
      retentionDays: 30,
    })

    const [connection] = test.repositories.connections.list()
    expect(connection).toMatchObject({
      login: 'maboutique',
      paused: false,
      settings: { importFrom: '2026-01-01', acceptance: 'automatic', stockUpdates: true },
    })
    expect(readRetentionDays(test.repositories.settings)).toBe(30)
    expect(await test.secrets.read(test.names.ofConnection(connection?.id ?? 0, 'token'))).toBe('canary-token-1')
  })

  it('keeps every secret out of the database', async () => {
    const test = testAccounts()

    await apply(test, { backOffices: [shop], connections: [rakuten] })

    expect(stored(test)).not.toContain('canary')
  })

  it('changes nothing when it is applied again', async () => {
    const test = testAccounts()
    const file = { backOffices: [shop], connections: [{ ...rakuten, skuAliases: { 'TASSE-B': 'MUG-BLUE' } }] }
    await apply(test, file)
    const before = stored(test)

    await apply(test, file)

    expect(stored(test)).toBe(before)
  })

  it('leaves alone what it does not mention', async () => {
    const test = testAccounts()
    await apply(test, { backOffices: [shop], connections: [{ ...rakuten, safetyStock: 3, acceptance: 'by-hand' }] })

    await apply(test, { connections: [{ marketplace: 'rakuten-france', settings: account, safetyStock: 1 }] })

    expect(test.repositories.connections.list()).toMatchObject([
      { label: 'Rakuten', settings: { safetyStock: 1, acceptance: 'by-hand' } },
    ])
  })

  it('finds an account again by its login, whatever it is called', async () => {
    const test = testAccounts()
    await apply(test, { backOffices: [shop], connections: [rakuten] })

    await apply(test, { connections: [{ ...rakuten, label: 'Papeterie' }] })

    expect(test.repositories.connections.list().map(({ label }) => label)).toEqual(['Papeterie'])
  })

  it('takes "stockUpdates": true for the yes to the first file, and silence for none', async () => {
    const test = testAccounts()
    const quiet = { ...rakuten, settings: { ...account, login: 'autre' } }

    await apply(test, { backOffices: [shop], connections: [{ ...rakuten, stockUpdates: true }, quiet] })

    const [loud, other] = test.repositories.connections.list()
    expect(isFirstPushConfirmed(test.repositories, loud?.id ?? 0)).toBe(true)
    expect(isFirstPushConfirmed(test.repositories, other?.id ?? 0)).toBe(false)
  })

  it.each([
    ['an unknown key', { sauce: 1 }, 'sauce'],
    [
      'an unknown key of a connection',
      { connections: [{ ...rakuten, stokUpdates: true }] },
      'connections[0].stokUpdates',
    ],
    [
      'an unknown setting',
      { connections: [{ ...rakuten, settings: { ...account, sauce: 'x' } }] },
      'connections[0].settings.sauce',
    ],
    [
      'a secret in plain text',
      { connections: [{ ...rakuten, settings: { ...account, token: 'canary' } }] },
      'connections[0].settings.token',
    ],
    [
      'an e-mail as login',
      { connections: [{ ...rakuten, settings: { ...account, login: 'a@b.fr' } }] },
      'connections[0].settings.login',
    ],
    [
      'a variable that is not set',
      { connections: [{ ...rakuten, settings: { ...account, token: { env: 'NOWHERE' } } }] },
      'connections[0].settings.token',
    ],
    [
      'http to a foreign host',
      { backOffices: [{ ...shop, settings: { ...shop.settings, shopUrl: 'http://boutique.example' } }] },
      'backOffices[0].settings.shopUrl',
    ],
    ['an unknown kind', { backOffices: [{ ...shop, kind: 'acme' }] }, 'backOffices[0].kind'],
    ['a back office nobody knows', { connections: [{ ...rakuten, backOffice: 'Depot' }] }, 'connections[0].backOffice'],
    ['a wrong word', { connections: [{ ...rakuten, acceptance: 'sometimes' }] }, 'connections[0].acceptance'],
    [
      'a comment that is too long',
      { connections: [{ ...rakuten, cancelComment: 'x'.repeat(401) }] },
      'connections[0].cancelComment',
    ],
    [
      'in-store pickup with a method',
      { connections: [{ ...rakuten, deliveryModes: { 'Retrait chez le vendeur': 'flat_rate' } }] },
      'connections[0].deliveryModes.Retrait chez le vendeur',
    ],
    [
      'a link that is no template',
      { connections: [{ ...rakuten, ownCarriers: [{ name: 'Coursier', trackingUrlTemplate: 'https://x.example' }] }] },
      'connections[0].ownCarriers[0].trackingUrlTemplate',
    ],
    ['an account twice', { connections: [rakuten, rakuten] }, 'connections[1].settings.login'],
  ])('refuses %s, names it, and stores nothing of the whole file', async (_, wrong, path) => {
    const test = testAccounts()
    const before = stored(test)

    expect(await refusedField(() => apply(test, { backOffices: [shop], ...wrong }))).toBe(path)
    expect(stored(test)).toBe(before)
  })

  it('refuses text that is not JSON', async () => {
    const { accounts } = testAccounts()

    const applying = accounts.applyConfiguration({ text: '{', environment, secrets: 'keychain' })

    await expect(applying).rejects.toMatchObject({ kind: 'settings' })
  })

  it('reads a secret from the environment once: later the keychain has it', async () => {
    const test = testAccounts()
    const file = { backOffices: [shop], connections: [rakuten] }
    await apply(test, file)

    await apply(test, file, { environment: {} })

    const [connection] = test.repositories.connections.list()
    expect(await test.secrets.read(test.names.ofConnection(connection?.id ?? 0, 'token'))).toBe('canary-token-1')
  })

  it('ends the credentials problem when the environment holds another token', async () => {
    const test = testAccounts()
    const file = { backOffices: [shop], connections: [rakuten] }
    await apply(test, file)
    const owner = { connectionId: test.repositories.connections.list()[0]?.id ?? 0 }
    const problem = { kind: 'credentials', message: 'refused', detail: {}, since: '2026-01-01T00:00:00.000Z' } as const
    test.repositories.problems.put(owner, { ...problem, nextTryAt: null })

    await apply(test, file)
    expect(test.repositories.problems.of(owner)).toHaveLength(1)
    await apply(test, file, { environment: { ...environment, RAKUTEN_TOKEN: 'canary-token-2' } })

    expect(test.repositories.problems.of(owner)).toEqual([])
  })

  it('keeps only the names of variables when secrets stay in the environment', async () => {
    const sourceOf: Accounts['secretSourceOf'] = (name) => test.accounts.secretSourceOf(name)
    const secrets = createEnvironmentSecrets(environment, sourceOf, async () => '')
    const test: TestAccounts = testAccounts({ secrets })

    await apply(test, { backOffices: [shop], connections: [rakuten] }, { secrets: 'environment' })

    const [connection] = test.repositories.connections.list()
    if (connection === undefined) throw new Error('nothing was connected')
    await test.accounts.openMarketplace(connection)
    expect(test.opened.at(-1)).toMatchObject({ token: 'canary-token-1' })
    expect(test.accounts.secretSourceOf(test.names.ofConnection(connection.id, 'token'))).toEqual({
      env: 'RAKUTEN_TOKEN',
    })
  })
})

describe('a value in a file of its own', () => {
  const PEM = '-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----\n'
  const beside = (texts: Readonly<Record<string, string | Uint8Array>>): FilesBeside => ({
    placeOf: (named) => `/etc/navette/${named}`,
    async read(place, maxBytes) {
      const text = texts[place.replace('/etc/navette/', '')]
      if (text === undefined) throw new Error('ENOENT')
      const bytes = Buffer.from(text)
      return bytes.length > maxBytes ? null : bytes
    },
  })
  const mapped = (settings: object) => ({ backOffices: [{ label: 'Atelier', kind: 'mapped', settings }] })
  const all = { template: { file: 'template.json' }, secret: { file: 'secret.txt' }, folderKey: { file: 'key.pem' } }
  const files = beside({
    'template.json': `\uFEFF${MAPPED_TEMPLATE}`,
    'secret.txt': 'canary-password\r\n',
    'key.pem': PEM,
  })

  it('is read from where the configuration lies: a document to the sign, a line without its end', async () => {
    const test = testAccounts()

    await apply(test, mapped(all), { files })

    const office = test.repositories.backOffices.byLabel('Atelier')
    const kept = (field: string) => test.secrets.read(test.names.ofBackOffice(office?.id ?? 0, field))
    expect(office?.settings).toEqual({ template: MAPPED_TEMPLATE })
    expect([await kept('secret'), await kept('folderKey')]).toEqual(['canary-password', PEM])
  })

  it('stays where it is when secrets stay in the environment, and is found there without the configuration', async () => {
    const texts: Readonly<Record<string, string>> = {
      '/etc/navette/secret.txt': 'canary-password\n',
      '/etc/navette/key.pem': PEM,
    }
    const sourceOf: Accounts['secretSourceOf'] = (name) => test.accounts.secretSourceOf(name)
    const read = async (place: string): Promise<string> => texts[place] ?? Promise.reject(new Error('ENOENT'))
    const secrets = createEnvironmentSecrets({}, sourceOf, read)
    const test: TestAccounts = testAccounts({ secrets })

    await apply(test, mapped(all), { files, secrets: 'environment' })

    const id = test.repositories.backOffices.byLabel('Atelier')?.id ?? 0
    const kept = (field: string) => secrets.read(test.names.ofBackOffice(id, field))
    expect([await kept('secret'), await kept('folderKey')]).toEqual(['canary-password', PEM])
    expect(stored(test)).not.toContain('canary')
  })

  it.each([
    [
      { template: { file: 'nowhere.json' } },
      'backOffices[0].settings.template: the file /etc/navette/nowhere.json cannot be read.',
    ],
    [
      { template: { file: 'latin.json' } },
      'backOffices[0].settings.template: the file /etc/navette/latin.json is not UTF-8.',
    ],
    [
      { template: { file: 'film.mp4' } },
      'backOffices[0].settings.template: the file /etc/navette/film.mp4 is larger than 750 kB.',
    ],
    [
      { template: { file: 'long.json' } },
      'backOffices[0].settings.template: Template is longer than 250,000 characters.',
    ],
    [
      { ...all, secret: { file: 'empty.txt' } },
      'backOffices[0].settings.secret: the file /etc/navette/empty.txt is empty.',
    ],
    [{ template: 12 }, 'backOffices[0].settings.template: must be a text, { "env": "NAME" } or { "file": "path" }.'],
    [{ template: { file: ' ' } }, 'backOffices[0].settings.template.file: the path is missing.'],
    [
      { ...all, secret: 'canary' },
      'backOffices[0].settings.secret: a secret is not written into the file. Write { "env": "NAME" } or { "file": "path" } instead.',
    ],
  ])('is refused by file and field: %o', async (settings, message) => {
    const test = testAccounts()
    const bad = beside({
      ...{ 'template.json': MAPPED_TEMPLATE, 'key.pem': PEM, 'empty.txt': '\n', 'secret.txt': 'canary' },
      ...{
        'latin.json': Uint8Array.of(0x7b, 0xe9, 0x7d),
        'film.mp4': 'x'.repeat(750_001),
        'long.json': 'x'.repeat(250_001),
      },
    })

    const applying = apply(test, mapped(settings), { files: bad })

    await expect(applying).rejects.toMatchObject({ kind: 'settings', message })
    expect(test.repositories.backOffices.list()).toEqual([])
  })
})
