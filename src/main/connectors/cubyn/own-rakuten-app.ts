import { Fault } from '../../domain/fault.ts'
import type { Check } from '../sockets/definition.ts'
import { RAKUTEN_NUMBER } from './facts.ts'
import { findParcels, newestParcels } from './find-parcels.ts'
import type { CubynParcel } from './parcel.ts'
import type { Warehouse } from './warehouse.ts'

/**
 * The conflict rule of cubyn.md 7: what Cubyn's own Rakuten app has made is not made again. It is the app that must stop, for every order to
 * come, so the fault stops the connection.
 */
export const refuseTwoWays = async (warehouse: Warehouse, reference: string): Promise<void> => {
  const { side } = warehouse
  const number = numberIn(reference)
  if (number === null) return
  const found = await findParcels(warehouse, number, (orderRef) => bears(orderRef, number))
  const theirs = found.find((parcel) => warehouse.stateOf(parcel) !== 'cancelled')
  if (theirs === undefined) return
  const message = `${side} has parcel ${theirs.id} for Rakuten order ${number} already: Cubyn’s own Rakuten app brings orders in as well. Switch it off there, then cancel that parcel, or handle this order manually. Nothing was sent twice.`
  throw new Fault('settings', message, { side, detail: { parcel: theirs.id } })
}

/** Whether parcels of the last time look as if the app were at work. An order of both ways proves it; a bare number alone only looks so. */
export const ownAppCheck = async (warehouse: Warehouse): Promise<Check> => {
  const name = 'Cubyn’s own Rakuten app'
  const live = (await newestParcels(warehouse)).filter((parcel) => warehouse.stateOf(parcel) !== 'cancelled')
  const ours = new Set(live.map(({ orderRef }) => numberIn(orderRef ?? '')))
  const doubled = live.find(
    ({ orderRef }) => orderRef !== null && [...ours].some((number) => number !== null && bears(orderRef, number)),
  )
  if (doubled !== undefined)
    return {
      name,
      ok: false,
      message: `Parcel ${doubled.id} was made by Cubyn’s own app for an order that Navette placed as well: remove the app, or switch its order import off.`,
    }
  const alike = live.find(looksLikeRakuten)
  if (alike === undefined) return { name, ok: true, message: 'None of the latest parcels bears a bare Rakuten number.' }
  const message = `Parcel ${alike.id} bears a number as Cubyn’s own Rakuten app writes it. If that app is installed, switch it off: every parcel would leave twice.`
  return { name, ok: false, message, aside: true }
}

/** `RKT-123456789`: the marketplace's own number, behind our prefix. */
const numberIn = (reference: string): string | null => /^RKT\d*-(.+)$/.exec(reference)?.[1] ?? null

const bears = (orderRef: string, number: string): boolean =>
  orderRef === number || /^rakuten\W?(.+)$/i.exec(orderRef)?.[1] === number

const looksLikeRakuten = ({ orderRef }: CubynParcel): boolean => RAKUTEN_NUMBER.test(orderRef ?? '')
