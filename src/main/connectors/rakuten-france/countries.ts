import { plainWords } from '../../domain/plain-words.ts'

/** Not countries, though the tables of regions name them. */
const NO_COUNTRIES: readonly string[] = ['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'QO']

const names = new Intl.DisplayNames(['fr'], { type: 'region', fallback: 'none' })

const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && !NO_COUNTRIES.includes(code) && names.of(code) !== undefined

/** French names to codes; the words the specification saw (4) before those of the tables. */
const codesByName: ReadonlyMap<string, string> = new Map([
  ...everyCode()
    .filter(isCountry)
    .map((code): [string, string] => [plainWords(names.of(code) ?? ''), code]),
  ['france', 'FR'],
  ['france metro.', 'FR'],
  ['france metropolitaine', 'FR'],
  ['grande-bretagne', 'GB'],
])

function everyCode(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap((first) => letters.map((second) => first + second))
}

/** The ISO code of a country as Rakuten writes it: `FX` is metropolitan France (14.12). Null for one we do not know. */
export const countryCode = (alpha2: string, name: string): string | null => {
  const code = alpha2.toUpperCase()
  if (code === 'FX') return 'FR'
  if (isCountry(code)) return code
  return code === '' ? (codesByName.get(plainWords(name)) ?? null) : null
}
