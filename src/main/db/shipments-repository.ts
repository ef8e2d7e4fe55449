import { type Parcel, SHIPMENT_STATES, type Shipment, type ShipmentState } from '../domain/parcel.ts'
import { columnsOf } from './columns.ts'
import { fromJson, oneOf, toJson } from './json-column.ts'
import type { Database } from './open-database.ts'
import { createOrderSearch } from './order-search.ts'

export type ShipmentsRepository = ReturnType<typeof createShipmentsRepository>

type ShipmentRecord = Omit<Shipment, 'itemIds' | 'parcel' | 'tracking' | 'state'> & {
  readonly itemIds: string
  readonly parcel: string
  readonly carrier: string | null
  readonly trackingNumber: string | null
  readonly trackingUrl: string | null
  readonly state: string
}

const COLUMNS = columnsOf(
  'orderId',
  'itemIds',
  'parcel',
  'carrier',
  'trackingNumber',
  'trackingUrl',
  'rule',
  'state',
  'sentAt',
  'attempts',
)

export function createShipmentsRepository(db: Database) {
  const search = createOrderSearch(db)
  const read = `SELECT shipments.id, ${COLUMNS.read('shipments')} FROM shipments`
  const selectOfOrder = db.prepare<[number], ShipmentRecord>(`${read} WHERE order_id = ? ORDER BY id`)
  const selectInState = db.prepare<[ShipmentState, number], ShipmentRecord>(`
    ${read} CROSS JOIN orders ON orders.id = shipments.order_id
    WHERE shipments.state = ? AND orders.connection_id = ? ORDER BY shipments.order_id, shipments.id`)
  const insert = db.prepare<Omit<ShipmentRecord, 'id'>>(`INSERT INTO shipments ${COLUMNS.insert}`)
  const update = db.prepare<ShipmentRecord>(`UPDATE shipments SET ${COLUMNS.update('orderId')} WHERE id = @id`)

  const addOne = db.transaction((shipment: Omit<Shipment, 'id'>): Shipment => {
    const { lastInsertRowid } = insert.run(toRecord(shipment))
    search.updateTracking(shipment.orderId)
    return { ...shipment, id: Number(lastInsertRowid) }
  })
  const saveOne = db.transaction((shipment: Shipment): void => {
    update.run({ ...toRecord(shipment), id: shipment.id })
    search.updateTracking(shipment.orderId)
  })

  return {
    add: (shipment: Omit<Shipment, 'id'>): Shipment => addOne.immediate(shipment),
    save: (shipment: Shipment): void => saveOne.immediate(shipment),
    /** In the order they were added. */
    of: (orderId: number): readonly Shipment[] => selectOfOrder.all(orderId).map(toShipment),
    inState: (connectionId: number, state: ShipmentState): readonly Shipment[] =>
      selectInState.all(state, connectionId).map(toShipment),
  }
}

const toShipment = ({ carrier, trackingNumber, trackingUrl, ...record }: ShipmentRecord): Shipment => ({
  ...record,
  itemIds: fromJson<readonly string[]>(record.itemIds),
  parcel: fromJson<Parcel>(record.parcel),
  tracking:
    carrier === null || trackingNumber === null || trackingUrl === null
      ? null
      : { carrier, trackingNumber, trackingUrl },
  state: oneOf(SHIPMENT_STATES, record.state),
})

/** A parcel whose carrier is not found yet is searched by its number all the same. */
const toRecord = ({ tracking, ...shipment }: Omit<Shipment, 'id'>): Omit<ShipmentRecord, 'id'> => ({
  ...shipment,
  itemIds: toJson(shipment.itemIds),
  parcel: toJson(shipment.parcel),
  carrier: tracking?.carrier ?? null,
  trackingNumber: tracking?.trackingNumber ?? shipment.parcel.trackingNumber,
  trackingUrl: tracking?.trackingUrl ?? null,
})
