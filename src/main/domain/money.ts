/** The currencies we can reckon in; an order in another one is held before acceptance (product.md section 4, step 1). */
const KNOWN_CURRENCIES: readonly string[] = ['EUR']

export const isKnownCurrency = (currency: string): boolean => KNOWN_CURRENCIES.includes(currency)

/**
 * Reads an amount with a dot and any number of decimals (`15`, `15.0`, `23.9`) as integer cents; a third decimal rounds half up, away from zero.
 * Null for anything else: a comma, an exponent, an empty text, or more than a number can hold exactly.
 */
export const parseCents = (text: string): number | null => {
  const [, sign, units, decimals = ''] = /^\s*(-?)(\d+)(?:\.(\d+))?\s*$/.exec(text) ?? []
  if (units === undefined) return null
  const cents =
    Number(units) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0')) + (Number(decimals[2] ?? 0) >= 5 ? 1 : 0)
  if (!Number.isSafeInteger(cents)) return null
  return sign === '-' && cents !== 0 ? -cents : cents
}

/** `1490` as `14.90`: how amounts travel, never how a screen shows them. */
export const formatCents = (cents: number): string => {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`${cents} is no whole number of cents`)
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export const sumCents = (amounts: readonly number[]): number => amounts.reduce((sum, cents) => sum + cents, 0)
