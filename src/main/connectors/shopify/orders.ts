import { Fault, isFault } from '../../domain/fault.ts'
import { inDoubt } from '../http/in-doubt.ts'
import type { OfficeOrder, OrderToPlace, PlacedOrder } from '../sockets/back-office.ts'
import type { Clock } from '../sockets/ports.ts'
import type { Account } from './account.ts'
import type { Api } from './api.ts'
import type { Catalogue } from './catalogue.ts'
import { creationRefusal, speaksOfReference } from './creation-refusal.ts'
import type { UserErrors } from './envelope.ts'
import { MOST_ENTRIES } from './facts.ts'
import { toOfficeOrder, toOrderInput, toOrderOptions } from './mapping.ts'
import { readLines } from './order-lines.ts'
import { createOrder, findByReference, readOrder, type WholeOrder } from './order-questions.ts'
import { readPages } from './pages.ts'
import type { ReferenceField } from './reference-field.ts'
import type { SkuSource } from './sku-source.ts'
import type { Variant } from './variant-questions.ts'

interface Needs {
  readonly api: Api
  readonly clock: Clock
  readonly account: Account
  readonly catalogue: Catalogue
  readonly referenceField: ReferenceField
  readonly source: SkuSource
  readonly side: string
}

/** Orders of the marketplace in the shop: created and looked up. */
export const createOrders = ({ api, clock, account, catalogue, referenceField, source, side }: Needs) => {
  const toOffice = async (order: WholeOrder, reference: string): Promise<OfficeOrder> =>
    toOfficeOrder(order, await readLines(api, order, side), reference, account, source)

  const search = async (reference: string): Promise<readonly WholeOrder[]> => {
    const byField: WholeOrder[] = []
    const { nodes } = await readPages(
      async (after) => {
        const answer = await api.ask(findByReference(reference, after))
        if (answer.byField !== null) byField.push(answer.byField)
        return answer.bySearch
      },
      { side },
    )
    // The search takes a phrase for a hint (shopify.md 2.4).
    const bySearch = nodes.filter(({ sourceIdentifier }) => sourceIdentifier === reference)
    return [...new Map([...byField, ...bySearch].map((order) => [order.id, order])).values()]
  }

  const find = async (reference: string): Promise<readonly WholeOrder[]> => {
    await referenceField.define()
    try {
      return await search(reference)
    } catch (error) {
      if (!isFault(error, 'refused')) throw error
    }
    // An unknown field makes the whole question fail.
    referenceField.forget()
    await referenceField.define()
    return search(reference)
  }

  const variantsFor = async ({ lines }: OrderToPlace): Promise<(sku: string) => Variant> => {
    if (lines.length > MOST_ENTRIES)
      throw new Fault(
        'refused',
        `${side} takes orders of ${MOST_ENTRIES} lines at most; this one has ${lines.length}.`,
        { side },
      )
    const found = await catalogue.withCodes(lines.map(({ sku }) => sku))
    return (sku) => {
      const [variant, another] = found.get(sku) ?? []
      if (variant === undefined) throw new Fault('refused', `${side} has no product with the SKU ${sku}.`, { side })
      if (another !== undefined)
        throw new Fault('refused', `Several products in ${side} have the SKU ${sku}.`, { side })
      return variant
    }
  }

  const create = async (order: OrderToPlace): Promise<string> => {
    const input = toOrderInput(order, await variantsFor(order), account)
    await referenceField.define()
    const { orderCreate } = await api.ask(createOrder(input, toOrderOptions(order.reference)))
    if (orderCreate.order !== null) return orderCreate.order.id
    throw await refusalOf(orderCreate.userErrors, order.reference)
  }

  const refusalOf = async (errors: UserErrors, reference: string): Promise<Fault> => {
    const isTaken = speaksOfReference(errors) ? (await inDoubt(() => find(reference))).length > 0 : null
    // An order that the field does not keep, and a field that refuses: it is not what it was.
    if (isTaken === false) referenceField.forget()
    return creationRefusal(errors, { side, reference, isTaken, now: clock.now() })
  }

  const readBack = async (id: string, reference: string): Promise<PlacedOrder> => {
    const { order } = await api.ask(readOrder(id))
    if (order === null) throw new Fault('unreadable', `${side} does not show the order it has just created.`, { side })
    return toOffice(order, reference)
  }

  return {
    async place(order: OrderToPlace): Promise<PlacedOrder> {
      const id = await create(order)
      return inDoubt(() => readBack(id, order.reference))
    },

    async find(reference: string): Promise<readonly OfficeOrder[]> {
      const found: OfficeOrder[] = []
      for (const order of await find(reference)) found.push(await toOffice(order, reference))
      return found
    },
  }
}
