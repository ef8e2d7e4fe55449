import type { OfficeOrder, OfficeProgress, OfficeState, OrderKey, PlacedOrder } from '../sockets/back-office.ts'
import type { Told } from './operations.ts'
import { type OrderThere, stateOf } from './order-there.ts'
import type { StateWord, Template } from './template.ts'

type Words = Pick<Template, 'states'>

const MEANINGS: Readonly<Record<StateWord, OfficeState>> = {
  ...{ open: 'open', processing: 'open', partially_shipped: 'open' },
  ...{ shipped: 'completed', completed: 'completed', cancelled: 'cancelled' },
  // It had left before it came back; what is refunded is decided at the marketplace.
  returned: 'completed',
  ignore: 'open',
}

export const isIgnored = (words: Words, { state }: Pick<OrderThere, 'state'>): boolean =>
  stateOf(words, state) === 'ignore'

export const toOfficeOrder = (
  there: OrderThere,
  { backOfficeRef, reference }: OrderKey,
  words: Words,
): OfficeOrder => ({
  ...{ backOfficeRef, reference, number: there.number ?? backOfficeRef, url: webAddress(there.url) },
  state: MEANINGS[stateOf(words, there.state) ?? 'open'],
  ...{ totalCents: there.totalCents, lines: there.lines, postcode: there.postcode },
})

/** An order of which nothing more is known than that it was taken. */
export const asTaken = ({ backOfficeRef, reference }: OrderKey, number: string | null): PlacedOrder => ({
  ...{ backOfficeRef, reference, number: number ?? backOfficeRef, url: null, state: 'open' },
  ...{ totalCents: null, lines: null, postcode: null },
})

/** One that was not told of is open: nothing is concluded from silence. */
export const toProgress = (told: Told | undefined, words: Words): OfficeProgress => {
  if (told === undefined) return { state: 'open', parcels: [], lines: null }
  if ('gone' in told)
    return { state: 'gone', parcels: [], lines: null, ...(told.why === null ? {} : { notes: [told.why] }) }
  const { parcels, lines, state: word } = told
  const meaning = stateOf(words, word)
  return {
    ...{ state: MEANINGS[meaning ?? 'open'], parcels, lines },
    ...(meaning === null ? { notes: [unmapped(word)] } : {}),
  }
}

const LONGEST_WORD = 80

/** Told once for each word. */
export const unmapped = (word: string): string =>
  `Nobody said what the state “${word.slice(0, LONGEST_WORD)}” means: the order stays open until the template does.`

/** What they gave for a page of theirs may be anything. */
const webAddress = (text: string | null): string | null =>
  text !== null && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : null
