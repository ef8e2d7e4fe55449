import { z } from 'zod'
import { readJson } from '../../../src/main/connectors/http/read-json.ts'
import { backOffices } from '../../../src/main/connectors/registry.ts'
import {
  type BackOffice,
  type BackOfficeDefinition,
  defineBackOffice,
  type OfficeOrder,
  type OfficeProgress,
} from '../../../src/main/connectors/sockets/back-office.ts'
import type { HttpRequest, Ports } from '../../../src/main/connectors/sockets/ports.ts'

const Order = z.object({
  id: z.number(),
  reference: z.string(),
  lines: z.array(z.object({ sku: z.string(), quantity: z.number() })),
  totalCents: z.number(),
  parcel: z.object({ carrierName: z.string(), trackingNumber: z.string() }).nullable(),
})
const Products = z.record(z.string(), z.number())

const toOfficeOrder = ({ id, reference, lines, totalCents, parcel }: z.infer<typeof Order>): OfficeOrder => ({
  ...{ reference, lines, totalCents, url: null, postcode: null },
  backOfficeRef: String(id),
  number: String(id),
  state: parcel === null ? 'open' : 'completed',
})

const toProgress = (order: z.infer<typeof Order> | undefined): OfficeProgress => {
  if (order === undefined) return { state: 'gone', parcels: [], lines: null }
  const parcel = { carrierCode: null, trackingUrl: null, contents: [] }
  const parcels = order.parcel === null ? [] : [{ ...parcel, ...order.parcel }]
  return { state: toOfficeOrder(order).state, parcels, lines: order.lines }
}

const connect = (shopUrl: string, { http }: Pick<Ports, 'http'>): BackOffice => {
  const ask = async <T>(path: string, schema: z.ZodType<T>, more: Partial<HttpRequest> = {}): Promise<T> => {
    const url = new URL(path, shopUrl)
    const request: HttpRequest = { method: 'GET', url, name: path, safe: true, ...more }
    return readJson(await http.send(request), schema, { side: 'Shop', host: url.host, safe: request.safe })
  }
  const products = () => ask('/products', Products)
  return {
    testConnection: async () => [],
    listMethods: async () => [{ id: 'home', title: 'Home', serves: ['standard'] }],
    async checkOrder({ lines }) {
      const there = await products()
      const skus = lines.map(({ sku }) => sku)
      return {
        unknownSkus: skus.filter((sku) => there[sku] === undefined),
        duplicateSkus: [],
        available: new Map(skus.map((sku) => [sku, there[sku] ?? 0])),
        addressRule: null,
      }
    },
    async placeOrder({ reference, lines, shippingCents }) {
      const totalCents = lines.reduce((sum, { quantity, priceCents }) => sum + quantity * priceCents, shippingCents)
      const body = JSON.stringify({ reference, lines, totalCents })
      return toOfficeOrder(await ask('/orders', Order, { method: 'POST', safe: false, body }))
    },
    findOrders: async (reference) => (await ask(`/orders?reference=${reference}`, z.array(Order))).map(toOfficeOrder),
    async readShipments(keys) {
      const orders = await ask('/orders', z.array(Order))
      const known = new Map(orders.map((order) => [String(order.id), order]))
      return new Map(keys.map(({ backOfficeRef }) => [backOfficeRef, toProgress(known.get(backOfficeRef))]))
    },
    cancelOrder: async () => ({ declined: 'This shop cancels nothing.' }),
    keepUnits: async () => 'cannot',
    readStock: async () => Object.entries(await products()).map(([sku, available]) => ({ sku, available, title: sku })),
  }
}

const shop = defineBackOffice({
  id: 'test-shop',
  title: 'Shop',
  kind: 'webshop',
  fields: { shopUrl: { label: 'Shop address', address: true } },
  capabilities: {
    ...{ lookUp: true, idempotentCreate: false, indexDelaySeconds: 0 },
    ...{ holdsRelayPoint: false, testOrders: false, callsPer500Orders: 1, callsPer5000Skus: 1 },
  },
  skuSources: ['sku'],
  connect: ({ shopUrl }, ports) => connect(shopUrl, ports),
})

/** A process of its own may add a line to the registry, which the program reads as it starts. */
export const registerShop = (): void => void (backOffices as BackOfficeDefinition[]).push(shop as BackOfficeDefinition)
