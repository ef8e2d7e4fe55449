import type { Language } from '../../preload/contract/app.ts'
import type { Words } from './words.ts'

const TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR', de: 'de-DE' }
const DAY_MS = 24 * 3_600_000

/** Moments as one language writes them: times are this PC's, deadlines are Paris days. */
export interface Moments {
  /** `14:30`; with the day when it is another one than today. */
  time(at: string, now: number): string
  /** As `time`, for the middle of a sentence: `à 14:30` where a language wants a word before a time. */
  at(at: string, now: number): string
  /** A deadline at 24:00, named by the day that ends with it: `tomorrow, 24:00`. */
  deadline(at: string, now: number): string
}

export const createMoments = (language: Language, words: Words): Moments => {
  const tag = TAGS[language]
  const time = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' })
  const day = new Intl.DateTimeFormat(tag, { weekday: 'short', day: 'numeric', month: 'short' })
  const localKey = new Intl.DateTimeFormat('en-CA')
  const parisDay = new Intl.DateTimeFormat(tag, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'Europe/Paris',
  })
  const parisKey = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })

  const isToday = (at: string, now: number): boolean => localKey.format(new Date(at)) === localKey.format(now)
  const clock = (at: string): string => time.format(new Date(at))
  const dated = (at: string): string => `${withoutComma(day.format(new Date(at)))}, ${clock(at)}`

  return {
    time: (at, now) => (isToday(at, now) ? clock(at) : dated(at)),
    at: (at, now) => (isToday(at, now) ? words('time.at', { time: clock(at) }) : dated(at)),
    deadline: (at, now) => {
      const lastMoment = Date.parse(at) - 1
      const ends = parisKey.format(lastMoment)
      if (ends === parisKey.format(now)) return words('time.midnightToday')
      if (ends === parisKey.format(now + DAY_MS)) return words('time.midnightTomorrow')
      return words('time.midnight', { day: withoutComma(parisDay.format(lastMoment)) })
    },
  }
}

const withoutComma = (text: string): string => text.replace(',', '')
