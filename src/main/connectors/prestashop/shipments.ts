import { z } from 'zod'
import { isTestReference, type OfficeProgress, type OrderKey } from '../sockets/back-office.ts'
import { oneOf } from './filters.ts'
import type { Office } from './office.ts'
import { meaningsOf } from './office-orders.ts'
import { readLines } from './order-lines.ts'
import { listParts } from './paging.ts'
import { listParcels } from './parcels.ts'
import { Reference, Whole } from './shapes.ts'
import { endAllWithholding } from './withhold-units.ts'

const StateRow = z.object({ id: Whole, current_state: Reference })

/**
 * How orders get on. Every order's parcels are read each time: a tracking number leaves no trace in the order's own date of change (prestashop.md
 * 3.1).
 */
export const readShipments = async (
  office: Office,
  keys: readonly OrderKey[],
): Promise<ReadonlyMap<string, OfficeProgress>> => {
  await endAllWithholding(office)
  if (keys.length === 0) return new Map()
  const ids = keys.map(({ backOfficeRef }) => Number(backOfficeRef))
  const states = await listParts(ids, (part) =>
    office.api.list('orders', { display: Object.keys(StateRow.shape), filter: { id: oneOf(part) } }, StateRow),
  )
  const parcels = await listParcels(office, ids)
  const lines = await readLines(office, ids)
  const meanings = await meaningsOf(office, states)
  const stateOf = new Map(states.map(({ id, current_state }) => [id, current_state]))

  return new Map(
    keys.map(({ backOfficeRef, reference }) => {
      const id = Number(backOfficeRef)
      const state = stateOf.get(id)
      if (state === undefined) return [backOfficeRef, GONE]
      const meaning = meanings.of(state)
      return [
        backOfficeRef,
        {
          // A test order stays in the payment error on purpose; any other that is put there has failed.
          state: meaning !== 'error' ? meaning : isTestReference(reference) ? 'open' : 'gone',
          parcels: parcels.get(id) ?? [],
          lines: lines.get(id) ?? [],
        },
      ]
    }),
  )
}

const GONE: OfficeProgress = { state: 'gone', parcels: [], lines: null }
