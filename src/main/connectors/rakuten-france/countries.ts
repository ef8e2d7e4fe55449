import { plainWords } from '../../domain/plain-words.ts'

/** Not countries, though the tables of regions name them. */
const NO_COUNTRIES: readonly string[] = ['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO']

const names = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' })

/** The code a country has today; null for what names none. `UK` and other former codes still have names, hence the locale. */
const presentCode = (code: string): string | null => {
  if (NO_COUNTRIES.includes(code) || names.of(code) === undefined) return null
  return new Intl.Locale('und', { region: code }).region ?? null
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const presentCodes: ReadonlyMap<string, string> = new Map(
  letters
    .flatMap((first) => letters.map((second) => first + second))
    .map((code) => [code, presentCode(code)] as const)
    .filter((pair): pair is readonly [string, string] => pair[1] !== null),
)

/** French names to codes; the words that the specification saw (4) last, so that they win. */
const codesByName: ReadonlyMap<string, string> = new Map([
  ...Array.from(new Set(presentCodes.values()), (code): [string, string] => [plainWords(names.of(code) ?? ''), code]),
  ['france', 'FR'],
  ['france metro.', 'FR'],
  ['france metropolitaine', 'FR'],
  ['grande-bretagne', 'GB'],
])

/** The ISO code of a country as Rakuten writes it: `FX` is metropolitan France (14.12). Null for one we do not know. */
export const countryCode = (alpha2: string, name: string): string | null => {
  if (alpha2 === '') return codesByName.get(plainWords(name)) ?? null
  const code = alpha2.toUpperCase()
  return code === 'FX' ? 'FR' : (presentCodes.get(code) ?? null)
}
