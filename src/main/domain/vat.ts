/**
 * Standard rates by country of delivery, in percent: for platforms that do not tell theirs. [C] as of November 2026; countries outside the
 * table are outside the European VAT area: nothing is charged.
 */
export const STANDARD_VAT: Readonly<Record<string, number>> = {
  ...{ AT: 20, BE: 21, BG: 20, CY: 19, CZ: 21, DE: 19, DK: 25, EE: 24, ES: 21, FI: 25.5 },
  ...{ FR: 20, GR: 24, HR: 25, HU: 27, IE: 23, IT: 22, LT: 21, LU: 17, LV: 21, MC: 20 },
  ...{ MT: 18, NL: 21, PL: 23, PT: 23, RO: 21, SE: 25, SI: 22, SK: 23 },
}

/** The VAT in an amount that includes it, to the cent. */
export const vatInside = (grossCents: number, percent: number): number =>
  Math.round((grossCents * percent) / (100 + percent))

const PERCENT_SCALE = 10_000

/** An amount without the VAT it includes, as an exact decimal with so many digits (half a digit rounds up). */
export const netAmount = (grossCents: number, percent: number, digits: number): string => {
  // Euros are cents / 100, the divisor is (100 + percent) / 100: the hundreds cancel each other out.
  const divisor = BigInt(Math.round((100 + percent) * PERCENT_SCALE))
  const scaled = BigInt(Math.abs(grossCents)) * BigInt(PERCENT_SCALE) * 10n ** BigInt(digits)
  const rounded = (2n * scaled + divisor) / (2n * divisor)
  const text = String(rounded).padStart(digits + 1, '0')
  const amount = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
  return grossCents < 0 ? `-${amount}` : amount
}
