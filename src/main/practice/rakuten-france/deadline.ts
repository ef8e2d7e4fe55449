import { parisDay, parisInstant } from './paris-time.ts'

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const isWorkingDay = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** The third working day after the purchase, Monday to Friday (6.6); public holidays are unknown (16) and count. */
const lastDay = (purchasedAt: number): string => {
  let day = parisDay(purchasedAt)
  for (let counted = 0; counted < 3; ) {
    day = nextDay(day)
    if (isWorkingDay(day)) counted += 1
  }
  return day
}

/** When Rakuten cancels what the seller has not decided: midnight in Paris at the end of the third working day. */
export const decisionDeadline = (purchasedAt: number): number => parisInstant(nextDay(lastDay(purchasedAt)), '00:00')

/** When Rakuten reminds the seller: just after midnight, as the last day begins (15.2). */
export const reminderTime = (purchasedAt: number): number => parisInstant(lastDay(purchasedAt), '00:08')
