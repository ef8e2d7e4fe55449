import { type Item, isKept } from '../domain/item.ts'
import type { Parcel, Shipment } from '../domain/parcel.ts'

export interface SortedParcel {
  readonly parcel: Parcel
  /** The units it carries to the marketplace; empty for a further parcel of units that are covered already: kept and shown only. */
  readonly itemIds: readonly string[]
}

export interface SortedParcels {
  /** Not seen before. */
  readonly fresh: readonly SortedParcel[]
  /** A shipment whose code came later, or changed. */
  readonly changed: readonly { readonly shipment: Shipment; readonly parcel: Parcel }[]
}

/**
 * Which parcel carries which units. Rakuten takes one code per unit, so the first parcel that holds a unit speaks for it; a parcel without
 * contents holds all that is left. When everything has left, units that no parcel names travel with the first new one.
 */
export const sortParcels = (
  items: readonly Item[],
  shipments: readonly Shipment[],
  parcels: readonly Parcel[],
  productOf: (sku: string) => string,
  everythingLeft: boolean,
): SortedParcels => {
  const covered = new Set(shipments.flatMap(({ itemIds }) => itemIds))
  const uncovered = items.filter((item) => isKept(item) && !item.shipped && !covered.has(item.itemId))
  const present = shipments.filter(
    (shipment, at) => !shipments.slice(at + 1).some((later) => shareUnits(shipment, later)),
  )
  const fresh: SortedParcel[] = []
  const changed: { shipment: Shipment; parcel: Parcel }[] = []

  for (const parcel of parcels) {
    if (shipments.some((shipment) => isSameParcel(shipment.parcel, parcel))) continue
    const itemIds = takeUnits(uncovered, parcel, productOf)
    const replaced =
      itemIds.length === 0 ? present.find((shipment) => isReplacedBy(shipment, parcel, parcels)) : undefined
    if (replaced === undefined) fresh.push({ parcel, itemIds })
    else changed.push({ shipment: replaced, parcel })
  }
  const [first, ...others] = fresh
  if (!everythingLeft || first === undefined || uncovered.length === 0) return { fresh, changed }
  return {
    fresh: [{ ...first, itemIds: [...first.itemIds, ...uncovered.map(({ itemId }) => itemId)] }, ...others],
    changed,
  }
}

const isSameParcel = (known: Parcel, parcel: Parcel): boolean =>
  known.trackingNumber === parcel.trackingNumber && (parcel.trackingNumber !== null || sameContents(known, parcel))

const sameContents = (known: Parcel, parcel: Parcel): boolean =>
  JSON.stringify(known.contents) === JSON.stringify(parcel.contents)

/** The later of two is what became of the earlier one. */
const shareUnits = (one: Shipment, later: Shipment): boolean => one.itemIds.some((id) => later.itemIds.includes(id))

/** The shipment lost its own parcel at the back office, or never had a code: then this parcel is what became of it. */
const isReplacedBy = ({ parcel: known, itemIds }: Shipment, parcel: Parcel, all: readonly Parcel[]): boolean =>
  itemIds.length > 0 &&
  parcel.trackingNumber !== null &&
  (known.trackingNumber === null || !all.some(({ trackingNumber }) => trackingNumber === known.trackingNumber))

/** Removes the parcel's units from `uncovered` and names them. */
const takeUnits = (uncovered: Item[], { contents }: Parcel, productOf: (sku: string) => string): readonly string[] => {
  if (contents.length === 0) return uncovered.splice(0).map(({ itemId }) => itemId)
  return contents.flatMap(({ sku, quantity }) => {
    const units = uncovered.filter((item) => productOf(item.sku) === sku).slice(0, quantity)
    for (const unit of units) uncovered.splice(uncovered.indexOf(unit), 1)
    return units.map(({ itemId }) => itemId)
  })
}
