import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { ParcelContent } from '../../domain/parcel.ts'
import { DUPLICATE } from './facts.ts'
import { type Row, textOf, valueNamed } from './named-fields.ts'
import type { Names } from './names.ts'

const Known = z.looseObject({
  id: z.union([z.number().int(), z.string().regex(/^\d+$/)]).transform(String),
  status: z.string().min(1),
  orderRef: z.union([z.string(), z.number().transform(String)]).nullish(),
})

/** A parcel as Cubyn shows it: what an order is there (cubyn.md 2). */
export interface CubynParcel {
  /** Grows with every parcel. */
  readonly id: string
  readonly status: string
  readonly orderRef: string | null
  /** A further parcel of an order that has one. */
  readonly isDuplicate: boolean
  /** Null where this answer does not tell. */
  readonly items: readonly ParcelContent[] | null
  readonly postcode: string | null
  /** As it came, for what is read by uncertain names. */
  readonly row: Row
}

const Item = z.object({
  sku: z.union([z.string(), z.number().transform(String)]),
  quantity: z.coerce.number().int().min(0),
})

export const toParcel = (row: Row, names: Names, side: string): CubynParcel => {
  const known = Known.safeParse(row)
  if (!known.success) {
    const field = known.error.issues[0]?.path.join('.') ?? 'id'
    throw new Fault('unreadable', `${side} shows a parcel in an unexpected shape (${field}).`, {
      side,
      detail: { field },
    })
  }
  const { id, orderRef = null } = known.data
  const status = known.data.status.trim().toUpperCase()
  const items = z.array(Item).safeParse(valueNamed(row, names.items))
  return {
    ...{ id, status, orderRef, row },
    isDuplicate: textOf(row, names.parcelType)?.toUpperCase() === DUPLICATE,
    items: items.success ? items.data : null,
    postcode: textOf(row, names.postcode),
  }
}

/** A list in which no parcel says whose it is tells nothing about who is not in it. */
export const toParcels = (rows: readonly Row[], names: Names, side: string): readonly CubynParcel[] => {
  if (rows.length > 0 && rows.every((row) => row['orderRef'] === undefined)) {
    throw new Fault('unreadable', `${side} lists parcels without their references.`, {
      side,
      detail: { field: 'orderRef' },
    })
  }
  return rows.map((row) => toParcel(row, names, side))
}

export const byAge = (one: Pick<CubynParcel, 'id'>, other: Pick<CubynParcel, 'id'>): number =>
  Number(one.id) - Number(other.id)
