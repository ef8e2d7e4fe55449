import { tells } from './buyer-words.ts'
import { fromJson, toJson } from './json-column.ts'
import type { Database } from './open-database.ts'

type Detail = Readonly<Record<string, unknown>>

/** Events whose texts are the buyer's, the marketplace's or the seller's own words: their texts go, whatever they say. */
const SPOKEN = ['call', 'note', 'message-sent', 'address-corrected', 'claim-opened']

/** Takes the words out of what is kept beside an order: its timeline, problems, journal and shipments. */
export const createBuyerScrubber = (db: Database) => {
  const selectTimeline = db.prepare<[number], { id: number; what: string; detail: string }>(
    'SELECT id, what, detail FROM timeline WHERE order_id = ?',
  )
  const updateTimeline = db.prepare<[string, number]>('UPDATE timeline SET detail = ? WHERE id = ?')
  const selectIntents = db.prepare<[number], { id: number; detail: string }>(
    'SELECT id, detail FROM intents WHERE order_id = ?',
  )
  const updateIntent = db.prepare<[string, number]>('UPDATE intents SET detail = ? WHERE id = ?')
  const selectProblems = db.prepare<[number], { id: number; message: string; detail: string }>(
    'SELECT id, message, detail FROM problems WHERE order_id = ?',
  )
  const updateProblem = db.prepare<[string, string, number]>('UPDATE problems SET message = ?, detail = ? WHERE id = ?')
  const selectShipments = db.prepare<[number], { id: number; parcel: string; trackingUrl: string | null }>(
    'SELECT id, parcel, tracking_url AS trackingUrl FROM shipments WHERE order_id = ?',
  )
  const updateShipment = db.prepare<[string, string | null, number]>(
    'UPDATE shipments SET parcel = ?, tracking_url = ? WHERE id = ?',
  )

  return (orderId: number, words: ReadonlySet<string>, postcodes: readonly string[]): void => {
    const kept = (detail: string) => toJson(withoutWords(fromJson<Detail>(detail), words))
    for (const { id, what, detail } of selectTimeline.all(orderId))
      updateTimeline.run(SPOKEN.includes(what) ? toJson(withoutTexts(fromJson<Detail>(detail))) : kept(detail), id)
    for (const { id, detail } of selectIntents.all(orderId)) updateIntent.run(kept(detail), id)
    for (const { id, message, detail } of selectProblems.all(orderId))
      updateProblem.run(tells(message, words) ? '' : message, kept(detail), id)
    for (const { id, parcel, trackingUrl } of selectShipments.all(orderId)) {
      const known = fromJson<{ readonly trackingUrl: string | null }>(parcel)
      const without = (url: string | null, nothing: '' | null) =>
        url !== null && postcodes.some((postcode) => url.includes(postcode)) ? nothing : url
      updateShipment.run(
        toJson({ ...known, trackingUrl: without(known.trackingUrl, null) }),
        without(trackingUrl, ''),
        id,
      )
    }
  }
}

const withoutWords = (detail: Detail, words: ReadonlySet<string>): Detail =>
  Object.fromEntries(Object.entries(detail).filter(([, value]) => !tells(toJson(value), words)))

const withoutTexts = (detail: Detail): Detail =>
  Object.fromEntries(
    Object.entries(detail).filter(([, value]) => typeof value === 'number' || typeof value === 'boolean'),
  )
