import { expect } from 'vitest'
import type { BackOffice } from '../../../src/main/connectors/sockets/back-office.ts'
import type { Sale } from '../../../src/main/connectors/sockets/marketplace.ts'
import type { Item } from '../../../src/main/domain/item.ts'
import type { Order } from '../../../src/main/domain/order.ts'
import type { ProblemKind } from '../../../src/main/domain/problem.ts'
import { aCorridor, type CorridorOptions, type TestCorridor } from '../../helpers/a-corridor.ts'
import { aProduct } from '../connectors/this-pc/a-shelf.ts'

export const mug = { sku: 'MUG', priceCents: 1490 }
export const cup = { sku: 'CUP', priceCents: 900 }
export const colissimo = { carrierName: 'Colissimo', trackingNumber: '6A62957360897', trackingUrl: null }
/** Another number of the same carrier. */
export const otherNumber = '6A61031888418'

/** A corridor with twenty mugs and twenty cups on the shelf. */
export const open = async (options: CorridorOptions = {}): Promise<TestCorridor> => {
  const corridor = await aCorridor(options)
  for (const sku of ['MUG', 'CUP']) corridor.pc.products.save(aProduct({ sku, stock: 20 }), null)
  return corridor
}

/** An order of two mugs and a cup that stands in the back office. */
export const placed = async (corridor: TestCorridor, deliveryMode = 'Suivi', items = [mug, mug, cup]) => {
  const id = corridor.rakuten.world.buy({ items, deliveryMode })
  await corridor.sync()
  expect(corridor.order(id).status).toBe('placed')
  return { id, ref: `RKT-${id}`, itemIds: corridor.order(id).items.map(({ itemId }) => itemId) }
}

/** The same in a corridor of its own. */
export const onePlaced = async (options: CorridorOptions = {}, deliveryMode = 'Suivi', items = [mug, mug, cup]) => {
  const corridor = await open(options)
  return { ...corridor, ...(await placed(corridor, deliveryMode, items)) }
}

export const itemsOf = ({ rakuten }: Pick<TestCorridor, 'rakuten'>) => Object.values(rakuten.ledger().items)

/** Everything Rakuten was told about how items left, in order. */
export const told = (corridor: Pick<TestCorridor, 'rakuten'>) => itemsOf(corridor).flatMap(({ shipments }) => shipments)

export const callsOf = ({ rakuten }: Pick<TestCorridor, 'rakuten'>, action: string) =>
  rakuten.calls.filter((call) => call.action === action)

/** The calls that change something at Rakuten. */
export const changesAsked = ({ rakuten }: Pick<TestCorridor, 'rakuten'>): readonly string[] =>
  rakuten.calls.map(({ action }) => action).filter((action) => CHANGES.includes(action))

const CHANGES = [
  ...['acceptsale', 'refusesale', 'cancelitem', 'importitemshippingstatus', 'settrackingpackageinfos'],
  ...['contactuseraboutitem', 'confirmpreorder'],
]

export const messagesOf = ({ repositories, order }: TestCorridor, reference: string): readonly string[] =>
  repositories.problems.of({ orderId: order(reference).id }).map(({ message }) => message)

export const fix = (choice: string, inputs: object = {}, kind: ProblemKind | null = null) =>
  ({ action: 'fix', kind, choice, inputs }) as const

/** A sale as a list shows it, for whoever notes it without asking. */
export const aSale = (order: Order, items: readonly Item[] = order.items, more: Partial<Sale> = {}): Sale => ({
  reference: order.reference,
  purchasedAt: order.purchasedAt,
  deliveryMode: order.deliveryMode,
  buyer: {
    ...{ login: '', email: '', billing: null, delivery: null, relayPoint: null, corrected: null },
  },
  items,
  unknownValues: [],
  raw: '',
  ...more,
})

/** A back office some of whose verbs are others. */
export const withVerbs =
  (verbs: Partial<BackOffice>) =>
  (backOffice: BackOffice): BackOffice => ({ ...backOffice, ...verbs })
