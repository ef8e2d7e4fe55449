import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import type { OfficeEnding } from './a-life.ts'

interface ShopOrder {
  readonly id: number
  readonly reference: string
  readonly lines: readonly { readonly sku: string; readonly quantity: number }[]
  readonly totalCents: number
  parcel: { readonly carrierName: string; readonly trackingNumber: string } | null
}

export interface Shop {
  readonly url: string
  ending(): OfficeEnding
  close(): Promise<void>
}

/** A webshop on loopback that makes another order of every request to create one, as most platforms do. */
export const openShop = async (products: Readonly<Record<string, number>>): Promise<Shop> => {
  const shelf = new Map(Object.entries(products))
  const orders: ShopOrder[] = []

  const create = async (request: IncomingMessage): Promise<ShopOrder> => {
    // Sent by shop-connector.ts, which writes just this.
    const asked = (await json(request)) as Omit<ShopOrder, 'id' | 'parcel'>
    const order: ShopOrder = { ...asked, id: orders.length + 1, parcel: null }
    for (const { sku, quantity } of order.lines) shelf.set(sku, (shelf.get(sku) ?? 0) - quantity)
    orders.push(order)
    return order
  }
  const ship = (): readonly ShopOrder[] => {
    for (const order of orders) order.parcel ??= { carrierName: 'Colissimo', trackingNumber: '6A01234567897' }
    return orders
  }
  const answer = async (request: IncomingMessage): Promise<unknown> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop')
    if (pathname === '/products' || pathname === '/practice/shelf') return Object.fromEntries(shelf)
    if (pathname === '/practice/ship') return ship()
    if (request.method === 'POST') return create(request)
    const reference = searchParams.get('reference')
    return orders.filter((order) => reference === null || order.reference === reference)
  }

  const server = createServer((request, response) => {
    answer(request).then(
      (value) => response.end(JSON.stringify(value)),
      (error) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on TCP has an address of this kind.
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    ending: () => ({
      placed: orders.map(({ reference, parcel }) => ({
        ...{ reference, state: parcel === null ? 'open' : 'completed', parcels: parcel === null ? 0 : 1 },
      })),
      shelf: Object.fromEntries(shelf),
    }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
