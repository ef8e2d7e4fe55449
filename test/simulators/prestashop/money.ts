/** Millionths of a euro as whole numbers: the platform reckons with six decimals. */
export const micros = (amount: unknown): number => Math.round(Number(amount) * 1_000_000)
export const amountOf = (value: number): string => (value / 1_000_000).toFixed(6)
/** `ps_round` to two decimals, half up. */
export const toCent = (value: number): number => Math.floor((value + 5_000) / 10_000) * 10_000
export const withTax = (net: number, rate: number): number =>
  Math.round((net * (100_000 + Math.round(rate * 1_000))) / 100_000)
