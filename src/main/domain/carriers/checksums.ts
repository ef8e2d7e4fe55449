import { hasS10CheckDigit, isS10Digits } from './s10.ts'

/** A check-digit rule of `carriers.json`: it counts for the numbers that `appliesTo` matches. */
export interface ChecksumRule {
  readonly name: string
  readonly appliesTo: string
  readonly params: ChecksumParams
}

/** What the table leaves open; everything else is fixed by the rule's name. */
export interface ChecksumParams {
  /** First character that counts, 0 when absent. */
  readonly from?: number | undefined
  readonly weights?: readonly number[] | undefined
  /** The rules `any-of` chooses from. */
  readonly of?: readonly { readonly name: string }[] | undefined
}

type Check = (number: string, params: ChecksumParams) => boolean

const digitAt = (text: string, index: number): number => Number(text.at(index))

/** Digits times weights, from the left. */
export const weigh = (digits: string, weightAt: (index: number) => number): number =>
  [...digits].reduce((sum, digit, index) => sum + Number(digit) * weightAt(index), 0)

const complement = (sum: number): number => (10 - (sum % 10)) % 10

/** The characters a sum is made of, and the check digit that follows them. */
const body = (number: string, { from = 0 }: ChecksumParams): string => number.slice(from, -1)

const gs1 = (number: string, params: ChecksumParams, offset = 0): boolean => {
  const digits = body(number, params)
  const sum = weigh(digits, (index) => ((digits.length - index) % 2 === 1 ? 3 : 1))
  return complement(sum + offset) === digitAt(number, -1)
}

const ean: Check = (number, params) =>
  complement(weigh(body(number, params), (index) => (index % 2 === 0 ? 3 : 1))) === digitAt(number, -1)

const oddTriple: Check = (number, params) =>
  complement(weigh(body(number, params), (index) => (index % 2 === 0 ? 1 : 3))) === digitAt(number, -1)

/** The digits before the last, divided by seven, leave the last; taken digit by digit, since long numbers do not fit. */
const mod7: Check = (number, params) =>
  [...body(number, params)].reduce((rest, digit) => (rest * 10 + Number(digit)) % 7, 0) === digitAt(number, -1)

/** ISO 7064 MOD 37,36: the last character, digit or letter, checks the others. */
const iso7064: Check = (number) => {
  const worth = (character: string): number => Number.parseInt(character, 36)
  const product = [...number.slice(0, -1)].reduce((carry, character) => {
    const sum = (carry + worth(character)) % 36 || 36
    return (sum * 2) % 37
  }, 36)
  return (product + worth(number.slice(-1))) % 36 === 1
}

/** After `1Z`, letters count as their character code less three, modulo ten. */
const ups: Check = (number) => {
  const worth = (character: string): number =>
    /\d/.test(character) ? Number(character) : ((character.codePointAt(0) ?? 0) - 3) % 10
  const sum = [...number.slice(2, -1)].reduce(
    (total, character, index) => total + worth(character) * (index % 2 === 0 ? 1 : 2),
    0,
  )
  return complement(sum) === digitAt(number, -1)
}

const weightedSum: Check = (number, params) =>
  (weigh(body(number, params), (index) => params.weights?.[index] ?? 0) % 11) % 10 === digitAt(number, -1)

/** 26 digits: brand 2, shipment 8, sequence 2, count 2, check, routing 10, check. */
const mondialRelayLabel: Check = (number) => {
  const checkDigit = (digits: string): number => {
    const rest = 11 - (weigh(digits, (index) => 2 + ((digits.length - 1 - index) % 6)) % 11)
    return rest >= 10 ? 0 : rest
  }
  const [sequence, count] = [Number(number.slice(10, 12)), Number(number.slice(12, 14))]
  return (
    checkDigit(number.slice(0, 14)) === digitAt(number, 14) &&
    checkDigit(number.slice(15, 25)) === digitAt(number, 25) &&
    sequence >= 1 &&
    sequence <= count
  )
}

const anyOf: Check = (number, { of = [] }) => of.some(({ name }) => checkNamed(name)(number, {}))

/** The table of carriers.md section 1, under its names. */
const CHECKS: Readonly<Record<string, Check>> = {
  s10: hasS10CheckDigit,
  's10-digits': isS10Digits,
  'gs1-mod10': (number, params) => gs1(number, params),
  'gls-mod10-plus1': (number, params) => gs1(number, params, 1),
  'ean-mod10': ean,
  'mod10-odd3': oddTriple,
  mod7,
  'iso7064-mod37-36': iso7064,
  'ups-mod10': ups,
  'weighted-sum-mod11-mod10': weightedSum,
  'mondial-relay-label': mondialRelayLabel,
  'any-of': anyOf,
}

/** The rule of that name; throws for one the table does not know, so that a mistyped data file is noticed at the start. */
export const checkNamed = (name: string): Check => {
  const check = CHECKS[name]
  if (check === undefined) throw new Error(`No check-digit rule is called ${name}`)
  return check
}
