import { GraphQLError } from 'graphql'
import { connectionOf, type PageArguments } from './connection.ts'
import { createOrder, type OrderOptions } from './order-create.ts'
import { createOrderEdits } from './order-edits.ts'
import { matches } from './search.ts'
import {
  cancelOrder,
  fulfilledOf,
  gid,
  nextNumber,
  type Order,
  type OrderInput,
  type Shop,
  type Variant,
} from './state.ts'
import { createViews } from './views.ts'

interface Listing extends PageArguments {
  readonly query?: string
}

const SIXTY_DAYS = 60 * 24 * 3_600_000
const JOB_TAKES_MS = 1_500

/** Queries and mutations of the shop, as far as anybody asks for them here. */
export const createRoot = (shop: Shop, scopes: () => readonly string[]) => {
  const views = createViews(shop)

  /** 1.4: older orders are for apps that may read all of them. */
  const isVisible = ({ createdAt }: Order): boolean =>
    scopes().includes('read_all_orders') || shop.now() - createdAt <= SIXTY_DAYS
  const orders = (): readonly Order[] => shop.orders.filter(isVisible)
  const orderOf = (id: string): Order | null => orders().find(({ number }) => gid('Order', number) === id) ?? null

  const fulfillmentOf = (id: string): object | null => {
    for (const order of orders())
      for (const one of order.fulfillments)
        if (gid('Fulfillment', one.number) === id) return views.fulfillment(order, one)
    return null
  }

  const node = (id: string): object | null => {
    if (!/^gid:\/\/shopify\/[A-Za-z]+\/\d+$/.test(id)) throw new GraphQLError(`Invalid global id '${id}'`)
    const order = orderOf(id)
    if (order !== null) return views.order(order)
    const variant = shop.variants.find(({ number }) => gid('ProductVariant', number) === id)
    return variant === undefined ? fulfillmentOf(id) : views.variant(variant)
  }

  return {
    shop: () => ({ name: 'Boutique', currencyCode: shop.currency, shipsToCountries: shop.shipsTo }),
    currentAppInstallation: () => ({ accessScopes: scopes().map((handle) => ({ handle })) }),

    node: ({ id }: { readonly id: string }) => node(id),
    nodes: ({ ids }: { readonly ids: readonly string[] }) => ids.map(node),
    order: ({ id }: { readonly id: string }) => {
      const order = orderOf(id)
      return order === null ? null : views.order(order)
    },
    orderByIdentifier: ({ identifier }: { readonly identifier: Identifier }) => {
      if (identifier.id !== undefined) return node(identifier.id)
      const { namespace = '', key = '', value = '' } = identifier.customId ?? {}
      const isDefined = shop.definitions.get(`ORDER:${namespace}.${key}`) === 'id'
      if (!isDefined && shop.looksUpUndefined) return null
      if (!isDefined)
        throw new GraphQLError("Metafield definition of type 'id' is required when using custom ids.", {
          extensions: { code: 'NOT_FOUND' },
        })
      const order = orders().find(({ input }) =>
        input.metafields?.some((one) => one.namespace === namespace && one.key === key && one.value === value),
      )
      return order === undefined ? null : views.order(order)
    },
    orders: ({ query = '', ...page }: Listing) => {
      const found = orders().filter(
        (order) =>
          query === '' || (shop.now() - order.createdAt >= shop.indexLagMs && matches(query, indexedOrder(order))),
      )
      return connectionOf(found, views.order, page)
    },
    productVariants: ({ query, ...page }: Listing) => {
      const found = query ? shop.variants.filter((one) => matches(query, indexedVariant(one))) : shop.variants
      return connectionOf(found, views.variant, page)
    },
    locations: (page: PageArguments) =>
      connectionOf(
        shop.locations.filter(({ isActive }) => isActive),
        views.location,
        page,
      ),
    job: ({ id }: { readonly id: string }) => {
      const job = shop.jobs.find(({ number }) => gid('Job', number) === id)
      return job === undefined ? null : { id, done: job.done }
    },

    ...createOrderEdits(shop, views, orderOf),
    metafieldDefinitionCreate: ({ definition }: { readonly definition: Definition }) => {
      const { ownerType, namespace, key, type } = definition
      if (namespace === undefined) throw new GraphQLError('The simulator has no app-reserved namespace')
      const name = `${ownerType}:${namespace}.${key}`
      const isTaken = shop.definitions.has(name)
      if (!isTaken) shop.definitions.set(name, type)
      const taken = {
        code: 'TAKEN',
        field: ['definition', 'key'],
        message: 'Key is in use for Order metafields on the given namespace.',
      }
      return { createdDefinition: null, userErrors: isTaken ? [taken] : [] }
    },
    orderCreate: ({ order: input, options }: { readonly order: OrderInput; readonly options?: OrderOptions }) => {
      const { order, userErrors } = createOrder(shop, input, options)
      return { order: order === null ? null : views.order(order), userErrors }
    },
    orderCancel: ({ orderId, restock, notifyCustomer, staffNote }: Cancelling) => {
      const order = orderOf(orderId)
      const message = whyNotCancel(order, staffNote)
      if (order === null || message !== null) {
        const code = order === null ? 'NOT_FOUND' : 'INVALID'
        return { job: null, orderCancelUserErrors: [{ code, field: ['orderId'], message }] }
      }
      if (notifyCustomer && order.input.email) shop.mails += 1
      const number = nextNumber(shop)
      shop.jobs.push({
        number,
        dueAt: shop.now() + JOB_TAKES_MS,
        done: false,
        work: () => cancelOrder(shop, order, restock),
      })
      return { job: { id: gid('Job', number), done: false }, orderCancelUserErrors: [] }
    },
  }
}

interface Identifier {
  readonly id?: string
  readonly customId?: { readonly namespace?: string; readonly key?: string; readonly value?: string }
}
interface Definition {
  readonly ownerType: string
  readonly namespace?: string
  readonly key: string
  readonly type: string
}
interface Cancelling {
  readonly orderId: string
  readonly restock: boolean
  readonly notifyCustomer?: boolean
  readonly staffNote?: string
}

const whyNotCancel = (order: Order | null, staffNote = ''): string | null => {
  if (order === null) return 'Order does not exist'
  if (order.cancelledAt !== null) return 'Order has already been cancelled'
  if (order.hasActiveReturn) return 'Cannot cancel an order with an active return'
  if (order.lines.some((line) => fulfilledOf(order, line) > 0)) return 'Cannot cancel an order with fulfilled items'
  return staffNote.length > 255 ? 'Staff note is too long (maximum is 255 characters)' : null
}

const indexedOrder = ({ number, createdAt, input, cancelledAt, closed }: Order) => ({
  status: cancelledAt !== null ? 'cancelled' : closed ? 'closed' : 'open',
  id: number,
  created_at: createdAt,
  source_identifier: input.sourceIdentifier ?? '',
  tag: input.tags ?? [],
})

const indexedVariant = ({ number, sku, barcode }: Variant) => ({ id: number, sku: sku ?? '', barcode: barcode ?? '' })
