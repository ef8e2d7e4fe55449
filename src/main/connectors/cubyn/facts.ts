/**
 * What is known of Cubyn (cubyn.md) and has no better place. Marks as there: [B] one source, [C] inferred. The names of fields that nobody
 * could confirm stand in `names.ts`, where a seller may correct them.
 */

/** 1. The sandbox has another host, which Cubyn tells on request. */
export const PRODUCTION_URL = 'https://api.cubyn.com'

/** 2, 3 [B]: the longest pages that were seen. */
export const PAGE_SIZE = 100
/** [C] A search that finds more than this is too vague to say that something is not there. */
export const MOST_FOUND_PAGES = 20
/** [C] More products than anybody keeps there: a list that never ends is a fault. */
export const MOST_CATALOGUE_PAGES = 1_000

/** 8 [C]: no limits are known, so one call at a time, and one a second. */
export const CALLS_AT_ONCE = 1
export const PACE = [{ calls: 1, withinMs: 1_000 }] as const
/** [C] How long a new parcel may stay out of the search. The newest parcels are looked through as well. */
export const INDEX_DELAY_SECONDS = 300
/** 1: a token for the search is renewed when this part of its life is over. */
export const TOKEN_LIFE_USED = 0.8

/** 2: the longest texts, and how many lines a street may take. */
export const LONGEST_TEXT = 35
export const STREET_LINES = 3
export const LONGEST_EMAIL = 70
export const LONGEST_POSTCODE = 8
export const PHONE_LENGTH = { least: 4, most: 13 } as const

/** 2: no customs papers are needed within the European Union. */
export const EUROPEAN_UNION: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)

/** 3 [B]: where a parcel is before it leaves; only the first can be cancelled. `CUBYN_EXCEPTION`: an incident in the warehouse. */
export const CANCELLABLE = 'CREATED'
export const OPEN_STATUSES = [CANCELLABLE, 'PICKED', 'CUBYN_EXCEPTION'] as const

/** 3 [B]: it has left. [C] for the last four, of which only the words on the screen are known. */
export const COMPLETED_STATUSES = [
  ...['SHIPPED', 'CARRIER_IN_TRANSIT', 'CARRIER_OUT_FOR_DELIVERY', 'CARRIER_FAILED_ATTEMPT', 'CARRIER_EXCEPTION'],
  ...['CARRIER_DELIVERED', 'DELIVERED', 'RETURNING', 'RETURNED', 'CARRIER_RETURNING', 'CARRIER_RETURNED'],
] as const

/** 3 [C]: nobody wrote the status down; both spellings of English. */
export const CANCELLED_STATUSES = ['CANCELLED', 'CANCELED'] as const

/** 3: trouble in the warehouse, which somebody has to see to. */
export const WAREHOUSE_TROUBLE: Readonly<Record<string, string>> = {
  CUBYN_EXCEPTION:
    'goods are missing in the warehouse, or the address does not do. Look there: it may leave late, or never.',
}

/** 3: trouble on its way, for those who wonder. */
export const CARRIER_TROUBLE: Readonly<Record<string, string>> = {
  CARRIER_EXCEPTION: 'the carrier has trouble with it.',
  CARRIER_FAILED_ATTEMPT: 'the carrier could not hand it over.',
}

/** 3 [B]: the type of a further parcel of an order that has one. */
export const DUPLICATE = 'DUPLICATE'

/** 3 [C]: whose number it is when only the number came. */
export const OWN_NUMBERS = { prefix: 'CUB', carrier: 'Cubyn' } as const

/** 7 [C]: what a purchase number of Rakuten looks like where Cubyn's own app wrote it. */
export const RAKUTEN_NUMBER = /^(?:rakuten\W?)?\d{6,12}$/i
