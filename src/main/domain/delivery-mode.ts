import { plainWords } from './plain-words.ts'

/** What a method of a back office can stand in for. */
export const METHOD_ROLES = ['standard', 'signed', 'express', 'relay'] as const
export type MethodRole = (typeof METHOD_ROLES)[number]

/** A shipping method of a back office, and the roles it can play. */
export interface DeliveryMethod {
  readonly id: string
  readonly title: string
  readonly serves: readonly MethodRole[]
}

/**
 * What becomes of a mode: a method, or the reason its orders are skipped. `not-mapped`: never seen before, or no method serves its role.
 */
export type DeliveryChoice =
  | { readonly kind: 'method'; readonly methodId: string }
  | { readonly kind: 'not-available' }
  | { readonly kind: 'in-store-pickup' }
  | { readonly kind: 'not-mapped' }

/** In French and English, as shops and carriers name their methods; compared as plain words. [C] */
const ROLE_WORDS: readonly (readonly [MethodRole, RegExp])[] = [
  ['relay', /\b(relais|relay|pickup|point retrait|points? de retrait|locker|consigne|shop2shop|mondial)\b/],
  ['signed', /\b(signature|signee?|signed|recommandee?|registered)\b/],
  ['express', /\b(express|chrono\w*|24 ?h|next day|overnight|prioritaire)\b/],
]
const WITHOUT_SIGNATURE = /\b(sans|without|no) signature\b/g
const IN_STORE = /\b(local pickup|retrait (en )?magasin|click (&|and|et) collect|in store|store pickup)\b/

/** What a method of a shop most likely stands in for, by its title; nothing for one that means fetching it at the shop. */
export const rolesOfTitle = (title: string): readonly MethodRole[] => {
  const words = plainWords(title).replace(WITHOUT_SIGNATURE, '')
  if (IN_STORE.test(words)) return []
  return [ROLE_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'standard']
}

type Default = MethodRole | 'not-available' | 'in-store-pickup'

/** Rakuten's modes (rakuten-france.md section 11.3) and where a new connection sends them (product.md section 5), in the order of the screen. */
export const KNOWN_MODES = {
  Normal: 'standard',
  Suivi: 'standard',
  Recommandé: 'signed',
  Express: 'express',
  'Point relais Mondial Relay': 'relay',
  'So Colissimo': 'not-available',
  Chronopost: 'not-available',
  // [C] The words the API uses for the last prepaid and pickup modes are unknown; these are the site's.
  Shop2Shop: 'not-available',
  'Shop2Shop by Chronopost': 'not-available',
  'Local pickup': 'not-available',
  'Click and Collect': 'not-available',
  'Retrait chez le vendeur': 'in-store-pickup',
} as const satisfies Record<string, Default>

const DEFAULTS: ReadonlyMap<string, Default> = new Map(
  Object.entries(KNOWN_MODES).map(([label, becomes]) => [plainWords(label), becomes]),
)

/**
 * The connection's own table (mode to method id, null for *Not available*) laid over the defaults, which lean on the roles of the back
 * office's methods. In-store pickup stays what it is, whatever the table says.
 */
export const resolveDeliveryMode = (
  mode: string,
  ownTable: Readonly<Record<string, string | null>>,
  methods: readonly DeliveryMethod[],
): DeliveryChoice => {
  const becomes = DEFAULTS.get(plainWords(mode)) ?? null
  if (becomes === 'in-store-pickup') return { kind: becomes }
  const own = Object.entries(ownTable).find(([label]) => isSameMode(label, mode))
  if (own !== undefined) return toChoice(own[1])
  if (becomes === null) return { kind: 'not-mapped' }
  if (becomes === 'not-available') return { kind: becomes }
  const method = methods.find(({ serves }) => serves.includes(becomes))
  return method === undefined ? { kind: 'not-mapped' } : { kind: 'method', methodId: method.id }
}

const toChoice = (methodId: string | null): DeliveryChoice =>
  methodId === null ? { kind: 'not-available' } : { kind: 'method', methodId }

export const isSameMode = (one: string, other: string): boolean => plainWords(one) === plainWords(other)

export const isInStorePickup = (mode: string): boolean => DEFAULTS.get(plainWords(mode)) === 'in-store-pickup'

/** Only `Normal` may leave without a tracking code (rakuten-france.md section 8.4). */
export const mayTravelUntracked = (mode: string): boolean => isSameMode(mode, 'Normal')
