import { type Accounts, createAccounts } from '../../src/main/accounts/accounts.ts'
import type { AccountNeeds } from '../../src/main/accounts/needs.ts'
import {
  type BackOffice,
  type BackOfficeDefinition,
  defineBackOffice,
  type OfficeOrder,
  type OrderKey,
} from '../../src/main/connectors/sockets/back-office.ts'
import type { Check } from '../../src/main/connectors/sockets/definition.ts'
import { type Advert, defineMarketplace, type Marketplace } from '../../src/main/connectors/sockets/marketplace.ts'
import type { Ports } from '../../src/main/connectors/sockets/ports.ts'
import { createRepositories, type Repositories } from '../../src/main/db/repositories.ts'
import type { DeliveryMethod } from '../../src/main/domain/delivery-mode.ts'
import { Fault } from '../../src/main/domain/fault.ts'
import { createMemorySecrets } from '../../src/main/secrets/memory.ts'
import { secretNames } from '../../src/main/secrets/names.ts'
import type { SecretStore } from '../../src/main/secrets/secret-store.ts'
import { mappedOffice } from './a-mapped-office.ts'
import { clockByHand } from './clock-by-hand.ts'
import { noFolders } from './no-folders.ts'
import { openTestDatabase } from './open-test-database.ts'

export interface TestAccounts {
  readonly accounts: Accounts
  readonly repositories: Repositories
  readonly secrets: SecretStore
  readonly names: AccountNeeds['secretNames']
  /** The values each connector was opened with, newest last. */
  readonly opened: Readonly<Record<string, string>>[]
}

/** The tokens the outside takes; any other one fails its check. */
export const GOOD_TOKEN = 'canary-token-1'
export const OTHER_GOOD_TOKEN = 'canary-token-2'

/** Accounts over a real database and real secrets in memory; only what lies outside is invented. */
export const testAccounts = (more: Partial<AccountNeeds> = {}): TestAccounts => {
  const repositories = createRepositories(openTestDatabase())
  const opened: Readonly<Record<string, string>>[] = []
  const secrets = more.secrets ?? createMemorySecrets()
  const names = secretNames('folder')
  const accounts = createAccounts({
    repositories,
    secrets,
    secretNames: names,
    registry: registryThatNotes(opened),
    carrierIds: new Set(['colissimo', 'mondial-relay']),
    clock: clockByHand(),
    portsFor: ({ scope, side }): Ports => ({
      side,
      clock: clockByHand(),
      http: { send: async () => Promise.reject(new Error('nothing is sent here')) },
      records: repositories.records.scope(scope ?? 'trial'),
      folders: noFolders,
    }),
    startPractice: async () => ({ baseUrl: 'http://127.0.0.1:4999', login: 'atelier-essai', token: 'practice-token' }),
    ...more,
  })
  return { accounts, repositories, secrets, names, opened }
}

const registryThatNotes = (opened: Readonly<Record<string, string>>[]): AccountNeeds['registry'] => ({
  marketplaces: [
    defineMarketplace({
      id: 'rakuten-france',
      title: 'Rakuten',
      fields: {
        login: {
          label: 'Login',
          refuse: (login) => (login.includes('@') ? 'The account name, not the e-mail.' : null),
        },
        token: { label: 'Token', secret: true },
        baseUrl: { label: 'Address', address: true, fallback: 'https://ws.fr.shopping.rakuten.com' },
      },
      connect: (values) => {
        opened.push(values)
        return {
          testConnection: async () => checksOf(values['token'] ?? ''),
          readInventory: async () => inventory,
          carrierWords: { of: ({ rakutenTransporterName }) => rakutenTransporterName, other: 'Autre' },
        } satisfies Partial<Marketplace> as unknown as Marketplace // the verbs that are asked without the engine
      },
    }),
  ],
  backOffices: [
    office('this-pc', 'This PC', 'built-in', {}, opened),
    office(
      'woocommerce',
      'WooCommerce',
      'webshop',
      {
        shopUrl: { label: 'Shop address', address: true },
        consumerKey: { label: 'Key', secret: true },
        consumerSecret: { label: 'Secret', secret: true },
        restock: {
          ...{ label: 'Stock after a cancellation', fallback: 'yes' },
          choices: [
            { value: 'yes', label: 'Put it back' },
            { value: 'no', label: 'Leave it' },
          ],
        },
        completedStates: {
          ...{ label: 'States of a completed order', fallback: 'completed' },
          ...{ choices: 'from-outside', several: true },
        },
      },
      opened,
    ),
    { ...office('depot', 'Depot', 'warehouse', {}, opened), caution: 'Never seen at work.' },
    mappedOffice,
  ],
})

const office = (
  id: string,
  title: string,
  kind: BackOfficeDefinition['kind'],
  fields: Parameters<typeof defineBackOffice>[0]['fields'],
  opened: Readonly<Record<string, string>>[],
) =>
  defineBackOffice({
    id,
    title,
    kind,
    fields,
    capabilities: {
      lookUp: true,
      idempotentCreate: false,
      indexDelaySeconds: 0,
      holdsRelayPoint: true,
      testOrders: true,
      callsPer500Orders: 5,
      callsPer5000Skus: 1,
    },
    skuSources: ['sku', 'ean'],
    connect: (values, { skuSource }) => {
      opened.push({ ...values, skuSource })
      const checks = values['consumerKey'] === undefined ? [good] : checksOf(values['consumerKey'])
      return {
        testConnection: async () => checks,
        listMethods: async () => methods,
        listChoices: async (field) => [{ value: 'completed', label: `Completed, for ${field}` }],
        readStock: async () => [{ sku: 'MUG-BLUE', title: 'Blue mug', available: 4 }],
        ...testOrderBook(),
        forgetBuyer: async (order) => void officeForgot.push(order),
      } satisfies Partial<BackOffice> as unknown as BackOffice // the verbs that are asked without the engine
    },
  })

const inventory: readonly Advert[] = [
  {
    ...{
      advertId: '9001',
      sku: 'MUG-BLUE',
      title: 'Blue mug',
      ean: '3700000000017',
      priceCents: 1290,
      currency: 'EUR',
    },
    ...{ quantity: 5, unlimited: false },
  },
]

/** Orders of a back office that outlive its opening: a test cancels them by hand. */
export const officeBook = new Map<string, OfficeOrder>()

/** Orders whose buyer a back office was told to forget. */
export const officeForgot: OrderKey[] = []

const testOrderBook = (): Pick<BackOffice, 'placeOrder' | 'findOrders' | 'readShipments'> => ({
  placeOrder: async ({ reference, lines }) => {
    const order: OfficeOrder = {
      ...{ reference, backOfficeRef: `o-${reference}`, number: '4807', url: null, state: 'open', totalCents: 100 },
      ...{ lines, postcode: '75001' },
    }
    officeBook.set(reference, order)
    return order
  },
  findOrders: async (reference) => [...officeBook.values()].filter((order) => order.reference === reference),
  readShipments: async (keys) =>
    new Map(
      keys.map(({ reference, backOfficeRef }) => [
        backOfficeRef,
        { state: officeBook.get(reference)?.state ?? 'gone', parcels: [], lines: null },
      ]),
    ),
})

const methods: readonly DeliveryMethod[] = [{ id: 'flat_rate', title: 'Colissimo', serves: ['standard'] }]

const good: Check = { name: 'login and token', ok: true, message: 'well' }

const checksOf = (token: string): readonly Check[] =>
  [GOOD_TOKEN, OTHER_GOOD_TOKEN].includes(token) ? [good] : [{ ...good, ok: false, message: 'refused' }]

/** The form of an account that works. */
export const rakutenForm = (values: Readonly<Record<string, string>> = {}) => ({
  marketplace: 'rakuten-france',
  label: 'Rakuten',
  values: { login: 'maboutique', token: GOOD_TOKEN, ...values },
  settings: {},
  paused: false,
})

/** The field a refusal names. */
export const refusedField = async (work: () => unknown): Promise<string> => {
  try {
    await work()
  } catch (error) {
    if (error instanceof Fault) return error.detail['field'] ?? ''
    throw error
  }
  throw new Error('Nothing was refused')
}
