const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Rakuten's advice: at most ten stock files an hour ([B], rakuten-france.md section 2.6). */
export const FILES_AN_HOUR = 10

/** Ordinary files leave the hour's last place to what cannot wait. */
const ORDINARY_FILES_AN_HOUR = FILES_AN_HOUR - 1
const BETWEEN_ORDINARY_FILES = 7 * MINUTE

/** `zeros`: sold-out SKUs only. `now`: the seller pressed *Sync stock now*. */
export type StockFileKind = 'ordinary' | 'zeros' | 'now'

/**
 * The first moment from `now` on at which such a file may leave, given when files left before (UTC ISO, any order). An hour is any 60 minutes,
 * so that however Rakuten counts its hours, none holds more than ten.
 */
export const nextSlotAt = (kind: StockFileKind, sentAt: readonly string[], now: string): string => {
  const newestFirst = sentAt.map((at) => Date.parse(at)).toSorted((one, other) => other - one)
  const perHour = kind === 'ordinary' ? ORDINARY_FILES_AN_HOUR : FILES_AN_HOUR
  const spacing = kind === 'ordinary' ? BETWEEN_ORDINARY_FILES : 0
  const afterLast = (newestFirst[0] ?? Number.NEGATIVE_INFINITY) + spacing
  const afterFullHour = (newestFirst[perHour - 1] ?? Number.NEGATIVE_INFINITY) + HOUR
  return new Date(Math.max(Date.parse(now), afterLast, afterFullHour)).toISOString()
}

export const maySendNow = (kind: StockFileKind, sentAt: readonly string[], now: string): boolean =>
  nextSlotAt(kind, sentAt, now) === new Date(now).toISOString()
