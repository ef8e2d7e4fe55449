/** [C] Dialling codes of the countries whose national numbers begin with a zero that falls away. */
const TRUNK_ZERO: Readonly<Record<string, string>> = {
  ...{ AT: '43', BE: '32', BG: '359', CH: '41', DE: '49', FI: '358', FR: '33', GB: '44', HR: '385', IE: '353' },
  ...{ MC: '33', NL: '31', RO: '40', SE: '46', SI: '386', SK: '421' },
}

/** A number as Shopify wants it (E.164, `+33612345678`); null when what was written cannot be read as one. */
export const toE164 = (written: string, countryCode: string): string | null => {
  const digits = written.replaceAll(/[\s().\-/]/g, '').replace(/^00/, '+')
  const dialling = TRUNK_ZERO[countryCode]
  const whole = digits.startsWith('0') && dialling !== undefined ? `+${dialling}${digits.slice(1)}` : digits
  return /^\+[1-9]\d{6,14}$/.test(whole) ? whole : null
}
