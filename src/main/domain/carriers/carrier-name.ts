import { plainWords } from '../plain-words.ts'

/** A carrier's name as people write it, in the one form names are compared in (carriers.md section 3): every sign is a space. */
export const normaliseName = (text: string): string => plainWords(text.replace(/[^\p{L}\p{M}\p{N}]/gu, ' '))

/** Words around a carrier's name that name none. */
const FILLERS: ReadonlySet<string> = new Set(
  'france fr livraison transporteur transport express standard domicile colis suivi a la le'.split(' '),
)

/** Boxtal's codes for the carriers behind it (`carriers.json`, notes of `boxtal`): to us, more names. */
const BOXTAL_CODES = {
  chrp: 'chronopost',
  copr: 'colis-prive',
  dhle: 'dhl-express',
  dlvg: 'laposte-lettre-suivie',
  monr: 'mondial-relay',
  pofr: 'colissimo',
  sogp: 'relais-colis',
  upse: 'ups',
}

/** What a name was recognised by. */
export interface NameHit {
  readonly carrierId: string
  /** The alias, normalised: bare family names ("dpd") mean more than one carrier. */
  readonly alias: string
}

/**
 * Answers whose name a text is, in four tries: the alias itself; without spaces (`mondialrelay`); without filler words; and the longest alias
 * inside it as whole words, so that `la poste colissimo` does not stop at `la poste`.
 */
export const createNameLookup = (
  carriers: readonly { readonly id: string; readonly aliases: readonly string[] }[],
): ((text: string) => NameHit | null) => {
  const aliases = carriers.flatMap(({ id, aliases }) =>
    aliases.map((alias): NameHit => ({ carrierId: id, alias: normaliseName(alias) })),
  )
  const codes = Object.entries(BOXTAL_CODES)
    .map(([alias, carrierId]): NameHit => ({ carrierId, alias }))
    .filter(({ carrierId }) => carriers.some(({ id }) => id === carrierId))
  const exact = new Map([...codes, ...aliases].map((hit) => [hit.alias, hit]))
  const squeezed = new Map(aliases.map((hit) => [squeeze(hit.alias), hit]))
  const longestFirst = aliases.toSorted((one, other) => other.alias.length - one.alias.length)
  const find = (name: string): NameHit | null => exact.get(name) ?? squeezed.get(squeeze(name)) ?? null

  return (text) => {
    const name = normaliseName(text)
    if (name === '') return null
    const withoutFillers = name
      .split(' ')
      .filter((word) => !FILLERS.has(word))
      .join(' ')
    const inside = longestFirst.find(({ alias }) => ` ${name} `.includes(` ${alias} `)) ?? null
    return find(name) ?? (withoutFillers === '' ? null : find(withoutFillers)) ?? inside
  }
}

const squeeze = (name: string): string => name.replaceAll(' ', '')

/** Names that stand for several carriers, and those carriers, the one to fall back on for a French shop first. */
const FAMILIES: readonly { readonly names: readonly string[]; readonly members: readonly string[] }[] = [
  { names: ['la poste', 'laposte', 'la poste france'], members: ['colissimo', 'laposte-lettre-suivie', 'chronopost'] },
  { names: ['dpd'], members: ['dpd-fr', 'dpd-be', 'dpd-de', 'dpd-nl', 'dpd-uk'] },
  { names: ['gls'], members: ['gls-fr', 'gls-de', 'gls-nl'] },
  { names: ['dhl'], members: ['dhl-express', 'dhl-paket-de', 'dhl-ecommerce-nl'] },
  { names: ['tnt'], members: ['tnt-fr', 'tnt-international'] },
  // Mondial Relay belongs to InPost, which has no French entry of its own (`carriers.json`, notes of `inpost`).
  { names: ['inpost'], members: ['mondial-relay', 'inpost'] },
]

/** The members of the family a bare name stands for; empty for the name of one carrier. */
export const familyOf = (alias: string): readonly string[] =>
  FAMILIES.find(({ names }) => names.includes(alias))?.members ?? []

/** Brokers, not carriers: the number belongs to whoever is behind them. */
export const isBroker = (carrierId: string): boolean => ['boxtal', 'sendcloud'].includes(carrierId)
