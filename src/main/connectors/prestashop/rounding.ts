/** A millionth of a euro: PrestaShop reckons with six decimals. */
export type Micros = bigint

const MICROS_PER_CENT = 10_000n

/**
 * To whole cents, as `PS_PRICE_ROUND_MODE` says: 0 up, 1 down, 2 half up, 3 half down, 4 half to even, 5 half to odd. Amounts are never
 * negative here.
 */
export const toCents = (amount: Micros, mode: number): number => {
  const whole = amount / MICROS_PER_CENT
  const rest = amount % MICROS_PER_CENT
  return Number(whole + (isUp(whole, rest, mode) ? 1n : 0n))
}

const isUp = (whole: bigint, rest: bigint, mode: number): boolean => {
  const half = MICROS_PER_CENT / 2n
  if (mode === 0) return rest > 0n
  if (mode === 1) return false
  if (rest !== half) return rest > half
  if (mode === 4) return whole % 2n === 1n
  return mode === 5 ? whole % 2n === 0n : mode !== 3
}

/** `a / b`, half a unit up. */
const divide = (a: bigint, b: bigint): bigint => (2n * a + b) / (2n * b)

/** 100 % plus the tax, in thousandths of a percent. */
const withTax = (percent: number): bigint => 100_000n + BigInt(Math.round(percent * 1_000))

/** The price of one unit without tax, of which so many shall cost so many cents with it. */
export const netUnit = (grossCents: number, quantity: number, percent: number): Micros =>
  divide(BigInt(grossCents) * MICROS_PER_CENT * 100_000n, BigInt(quantity) * withTax(percent))

export const addTax = (net: Micros, percent: number): Micros => divide(net * withTax(percent), 100_000n)

/** `8325000` as `8.325000`. */
export const formatMicros = (amount: Micros): string => {
  const digits = String(amount).padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`
}
