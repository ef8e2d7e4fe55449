import { z } from 'zod'
import type { Parcel, ParcelContent } from '../../domain/parcel.ts'
import type { Desk } from './desk.ts'
import { CANCELLED } from './facts.ts'
import { readPage } from './lists.ts'
import { type Line, linesOf } from './order-lines.ts'
import { type OrderState, type Shipment, ShipmentProduct } from './schemas.ts'
import { stateOf } from './states.ts'
import { readTrackingCode } from './tracking-code.ts'

/**
 * The parcels of an order, in the order in which they were made. Every order has a shipment from the start: one that neither left nor bears a
 * code is none yet. What is in each is asked only where they are several, or more is to come.
 */
export const parcelsOf = async (
  desk: Desk,
  order: OrderState,
  shipments: readonly Shipment[],
): Promise<readonly Parcel[]> => {
  const parcels = shipments
    .filter(({ status, trackingCode }) => status !== CANCELLED && (hasLeft(status) || trackingCode.trim() !== ''))
    .toSorted((one, other) => one.id - other.id)
  const isWhole = parcels.length === 1 && stateOf(order, desk.settings) === 'completed'
  const told: Parcel[] = []
  for (const shipment of parcels) {
    const { number, url } = readTrackingCode(shipment.trackingCode)
    // A label that is written and has not left says nothing of units that have.
    const contents = isWhole || !hasLeft(shipment.status) ? [] : await contentsOf(desk, order, shipment)
    told.push({ ...carrierOf(order), trackingNumber: number, trackingUrl: url, contents })
  }
  return told
}

const hasLeft = (status: string): boolean => status === 'shipped'

const Data = z.object({ method: z.string() })

/** Shipments name no carrier (lightspeed.md 3): the delivery method's title is what there is, and now and then its code. */
const carrierOf = ({ shipmentTitle, shipmentData }: OrderState): Pick<Parcel, 'carrierName' | 'carrierCode'> => {
  const { data } = Data.safeParse(shipmentData)
  const code = data === undefined || data.method === 'default' ? '' : data.method
  return { carrierName: shipmentTitle || null, carrierCode: code || null }
}

const Content = z.object({ sku: z.string(), quantity: z.int() })
const Kept = z.object({ source: z.string(), updatedAt: z.string(), contents: z.array(Content) })

/** Kept with the shipment's date of change. */
const contentsOf = async (
  desk: Desk,
  order: OrderState,
  { id, updatedAt }: Shipment,
): Promise<readonly ParcelContent[]> => {
  const { records } = desk.ports
  const { source } = desk.settings
  const key = `contents:${id}`
  const kept = records.read(key, Kept)
  if (kept?.source === source && kept.updatedAt === updatedAt) return kept.contents
  const list = { path: `shipments/${id}/products`, key: 'shipmentProducts', row: ShipmentProduct }
  const products = await readPage(desk.api, list, 1)
  const lines = await linesOf(desk, order)
  const contents = products
    .map((product) => ({ sku: codeOf(product, lines), quantity: product.quantity }))
    .filter(({ sku, quantity }) => sku !== '' && quantity > 0)
  records.save(key, { source, updatedAt, contents } satisfies z.infer<typeof Kept>)
  return contents
}

/** By the order's line of the same codes, because a shipment does not say which variant it is. */
const codeOf = (product: ShipmentProduct, lines: readonly Line[]): string =>
  lines.find((line) => line.articleCode === product.articleCode && line.sku === product.sku && line.ean === product.ean)
    ?.code ?? ''
