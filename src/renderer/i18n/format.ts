import type { TFunction } from 'i18next'
import type { Language } from '../../preload/contract/app.ts'

const PARIS = 'Europe/Paris'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const HALF_A_YEAR = 183 * DAY

/** Money, dates and durations as one language writes them. Times are this PC's; deadlines are Paris days. */
export interface Format {
  number(value: number): string
  money(cents: number, currency: string): string
  /** Without the currency, for columns that name it once. */
  amount(cents: number): string
  time(at: string): string
  day(at: string): string
  weekday(at: string): string
  /** Day and month alone. */
  date(at: string): string
  /** The name of a country by its two letters; what is no such code stays as it is. */
  country(code: string): string
  /** Today: the time; this week: day and time; older: the date. */
  when(at: string): string
  /** As `when`, for the middle of a sentence: `à 14:30` where a language wants a word before a time. */
  at(at: string): string
  /** Today: the time; otherwise the day. */
  brief(at: string): string
  /** Day and time, always both. */
  moment(at: string): string
  /** A deadline at 24:00 Paris time, named by the day that ends with it. */
  deadline(at: string, now: number): string
  duration(ms: number): string
  /** How long a call or cycle took. */
  took(ms: number): string
}

const TAGS: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR', de: 'de-DE' }

const memo = <T>(make: (key: string) => T): ((key: string) => T) => {
  const made = new Map<string, T>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}

export const createFormat = (language: Language, t: TFunction): Format => {
  const tag = TAGS[language]
  const numbers = new Intl.NumberFormat(tag)
  const amounts = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const monies = memo((currency) => new Intl.NumberFormat(tag, { style: 'currency', currency }))
  const times = new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' })
  const days = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric' })
  const shortDays = new Intl.DateTimeFormat(tag, { weekday: 'short', day: 'numeric', month: 'short' })
  const dates = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short' })
  const parisDays = new Intl.DateTimeFormat(tag, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: PARIS,
  })
  const parisKeys = new Intl.DateTimeFormat('en-CA', { timeZone: PARIS })
  const localKeys = new Intl.DateTimeFormat('en-CA')

  const countries = new Intl.DisplayNames(tag, { type: 'region' })

  const plain = (text: string): string => text.replace(',', '')
  const time = (at: string): string => times.format(new Date(at))
  const weekday = (at: string): string => plain(shortDays.format(new Date(at)))
  const isToday = (at: string): boolean => localKeys.format(new Date(at)) === localKeys.format(new Date())
  const when = (at: string): string => {
    if (isToday(at)) return time(at)
    return Date.now() - Date.parse(at) < 7 * DAY ? `${weekday(at)}, ${time(at)}` : days.format(new Date(at))
  }
  const duration = (ms: number): string => {
    const minutes = Math.max(0, Math.floor(ms / MINUTE))
    if (minutes < 60) return t('time.minutes', { minutes })
    if (ms >= 2 * DAY) return t('time.days', { count: Math.floor(ms / DAY) })
    return t('time.hours', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') })
  }

  return {
    number: (value) => numbers.format(value),
    money: (cents, currency) => {
      // A currency we do not know is shown as Rakuten spelt it.
      try {
        return monies(currency).format(cents / 100)
      } catch {
        return `${amounts.format(cents / 100)} ${currency}`
      }
    },
    country: (code) => {
      try {
        return countries.of(code) ?? code
      } catch {
        return code
      }
    },
    amount: (cents) => amounts.format(cents / 100),
    time,
    day: (at) => days.format(new Date(at)),
    weekday,
    date: (at) => dates.format(new Date(at)),
    when,
    at: (at) => (isToday(at) ? t('time.at', { time: time(at) }) : when(at)),
    brief: (at) => {
      if (isToday(at)) return time(at)
      return Date.now() - Date.parse(at) < HALF_A_YEAR ? weekday(at) : days.format(new Date(at))
    },
    moment: (at) => `${weekday(at)}, ${time(at)}`,
    deadline: (at, now) => {
      const lastMoment = new Date(Date.parse(at) - 1)
      const day = parisKeys.format(lastMoment)
      if (day === parisKeys.format(now)) return t('time.midnightToday')
      if (day === parisKeys.format(now + DAY)) return t('time.midnightTomorrow')
      return t('time.midnight', { day: plain(parisDays.format(lastMoment)) })
    },
    duration,
    took: (ms) => {
      if (ms < 1_000) return t('time.milliseconds', { ms: Math.round(ms) })
      const seconds = ms / 1_000
      return t('time.seconds', {
        seconds: seconds < 10 ? amountsOf(tag, seconds) : numbers.format(Math.round(seconds)),
      })
    },
  }
}

const amountsOf = (tag: string, seconds: number): string =>
  new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }).format(seconds)
