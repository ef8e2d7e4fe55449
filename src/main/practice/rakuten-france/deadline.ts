import { parisInstant } from './paris-time.ts'

export interface Deadlines {
  /** When Rakuten reminds the seller: just after midnight, as the last day begins (15.2). */
  readonly remindAt: number
  /** When Rakuten cancels what is undecided: midnight in Paris at the end of the third working day (6.6). */
  readonly decideBy: number
}

const computed = new Map<string, Deadlines>()

/** The same for all purchases of one day in Paris (`yyyy-MM-dd`). */
export const deadlinesOf = (purchasedOn: string): Deadlines => {
  const known = computed.get(purchasedOn)
  if (known) return known
  const lastDay = thirdWorkingDayAfter(purchasedOn)
  const deadlines = { remindAt: parisInstant(lastDay, '00:08'), decideBy: parisInstant(nextDay(lastDay), '00:00') }
  computed.set(purchasedOn, deadlines)
  return deadlines
}

/** Monday to Friday; how public holidays are handled is unknown (16), so they count. */
const thirdWorkingDayAfter = (purchasedOn: string): string => {
  let day = purchasedOn
  for (let counted = 0; counted < 3; ) {
    day = nextDay(day)
    if (isWorkingDay(day)) counted += 1
  }
  return day
}

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const isWorkingDay = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}
