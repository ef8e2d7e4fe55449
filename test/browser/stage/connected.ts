import { onTestFinished } from 'vitest'
import { backOfficeScope } from '../../../src/main/accounts/opening.ts'
import { createThisPc } from '../../../src/main/connectors/this-pc/index.ts'
import {
  type PracticeAccount,
  type PracticeOptions,
  startPracticeAccount,
} from '../../../src/main/practice/rakuten-france/index.ts'
import { INVENTED_ADVERTS } from '../../../src/main/practice/rakuten-france/invented-shop.ts'
import { type Host, openHost } from './open-host.ts'

export interface Connected extends Host {
  readonly rakuten: PracticeAccount
  readonly pc: ReturnType<typeof createThisPc>
  readonly connectionId: number
  /** Somebody counts a product of This PC anew. */
  count(sku: string, stock: number): void
}

export const UNMAPPED_MODE = 'Livraison en casier'

/** A practice account for the length of the test. */
export const openRakuten = async ({ clock }: Host, options: PracticeOptions = {}): Promise<PracticeAccount> => {
  const rakuten = await startPracticeAccount({
    now: clock.now,
    customModes: [{ alias: 'LOCKER', label: UNMAPPED_MODE }],
    ...options,
  })
  rakuten.world.setInventory(INVENTED_ADVERTS)
  onTestFinished(() => rakuten.close())
  return rakuten
}

/** An account tied to This PC, which has in stock what Rakuten lists; no cycle has run. */
export const openConnected = async (options: PracticeOptions = {}): Promise<Connected> => {
  const host = await openHost()
  const rakuten = await openRakuten(host, options)
  const { accounts, repositories } = host.navette
  const office = await accounts.backOffices.add('this-pc', 'This PC', {})
  const pc = createThisPc(repositories.records.scope(backOfficeScope(office)), host.clock)
  for (const { sku, ean, title, stock, priceCents } of rakuten.world.inventory())
    pc.products.save({ sku, ean, title, stock, safetyStock: 0, priceCents }, null)
  const { login, token, baseUrl } = rakuten
  const { id } = await accounts.connections.add({
    marketplace: 'rakuten-france',
    label: 'Rakuten',
    backOfficeId: office.id,
    values: { login, token, baseUrl },
    settings: {},
    paused: false,
  })
  const count = (sku: string, stock: number): void => {
    const product = pc.products.get(sku)
    if (product !== null) pc.products.save({ ...product, stock }, product)
  }
  return { ...host, rakuten, pc, connectionId: id, count }
}
