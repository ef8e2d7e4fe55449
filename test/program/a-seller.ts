import { onTestFinished } from 'vitest'
import {
  type PracticeAccount,
  type PracticeOptions,
  startPracticeAccount,
} from '../../src/main/practice/rakuten-france/index.ts'
import { type Desk, type Finished, openDesk } from '../helpers/run-navette.ts'

export const NOW = '2026-11-24T13:00:00.000Z'

const MINUTE = 60_000

/** `NOW`, so many minutes later. */
export const later = (minutes: number): string => new Date(Date.parse(NOW) + minutes * MINUTE).toISOString()

export const ADVERTS = [
  { sku: 'MUG-BLUE', title: 'Blue mug', priceCents: 1290, stock: 50, ean: '3760000000017' },
  { sku: 'BOWL', title: 'Bowl', priceCents: 1490, stock: 80, ean: '3760000000024' },
]
export const PRODUCTS = 'sku,title,stock\nMUG-BLUE,Blue mug,50\nBOWL,Bowl,80\n'

/** The connection as product.md section 11 writes it, with what a test wants otherwise. */
export const aConnection = ({ login, baseUrl }: Pick<PracticeAccount, 'login' | 'baseUrl'>, facts: object = {}) => ({
  label: 'Rakuten',
  marketplace: 'rakuten-france',
  backOffice: 'This PC',
  settings: { login, token: { env: 'RAKUTEN_TOKEN' }, baseUrl },
  stockUpdates: true,
  ...facts,
})

export const aConfiguration = (...connections: readonly object[]): string =>
  JSON.stringify({ backOffices: [{ label: 'This PC', kind: 'this-pc' }], connections })

export interface Ran {
  readonly exitCode: number | null
  /** The one JSON document of standard output. */
  readonly document: unknown
  readonly error: string
}

export interface Seller {
  readonly account: PracticeAccount
  readonly desk: Desk
  /** Runs a command with `--json`, and holds it to one document on standard output. */
  json(words: readonly string[], environment?: Readonly<Record<string, string>>, input?: string): Promise<Ran>
  /** One cycle so many minutes after `NOW`, the practice account's clock with it. */
  sync(minutes: number, ...words: readonly string[]): Promise<Ran>
  act(minutes: number, action: string, reference: string, ...words: readonly string[]): Promise<Ran>
  /** A buyer orders one unit of each SKU, an hour before `NOW`. */
  buys(skus: readonly string[], facts?: object): string
  close(): Promise<void>
}

export interface SellerOptions extends PracticeOptions {
  /** Of the connection. */
  readonly facts?: object
  readonly products?: string
}

/** A seller who has written a configuration file and put products on the shelf; the clock stands at `NOW`. */
export const openSeller = async ({ facts, products = PRODUCTS, ...options }: SellerOptions = {}): Promise<Seller> => {
  const account = await startPracticeAccount({ now: () => Date.parse(NOW), importDuration: 0, ...options })
  account.world.setInventory(ADVERTS)
  const desk = await openDesk({ RAKUTEN_TOKEN: account.token })
  const seller = joined(account, desk)
  await desk.write('navette.json', aConfiguration(aConnection(account, facts)))
  await desk.write('products.csv', products)
  const { exitCode, error } = await desk.run(['products', 'import', 'products.csv', '--config', 'navette.json'])
  if (exitCode !== 0) throw new Error(error)
  return seller
}

/** The same, gone when the test ends. */
export const aSeller = async (options?: SellerOptions): Promise<Seller> => {
  const seller = await openSeller(options)
  onTestFinished(() => seller.close())
  return seller
}

/** The command line at a desk, its clock the account's. */
export const joined = (account: PracticeAccount, desk: Desk): Seller => {
  const json: Seller['json'] = async (words, environment, input) => {
    const ran = await desk.run([...words, '--json'], environment, input)
    return { exitCode: ran.exitCode, error: ran.error, document: documentOf(ran) }
  }
  return {
    ...{ account, desk, json },
    sync(minutes, ...words) {
      account.world.clock.set(later(minutes))
      return json(['sync', '--now', later(minutes), ...words])
    },
    act(minutes, action, reference, ...words) {
      account.world.clock.set(later(minutes))
      return json(['act', action, '--order', reference, '--now', later(minutes), ...words])
    },
    buys: (skus, order) =>
      account.world.buy({
        items: skus.map((sku) => ({ sku, priceCents: 1290 })),
        ...{ deliveryMode: 'Suivi', shippingCents: 490, at: Date.parse(NOW) - 60 * MINUTE },
        ...order,
      }),
    async close() {
      await desk.remove()
      await account.close()
    },
  }
}

/** Null when nothing was printed; anything but one document on one line is an error. */
const documentOf = ({ out, error }: Finished): unknown => {
  if (out === '') return null
  if (!/^[^\n]+\n$/.test(out)) throw new Error(`Not one line on standard output: ${out}\n${error}`)
  return JSON.parse(out)
}
