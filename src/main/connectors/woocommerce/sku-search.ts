import { SKUS_AT_ONCE, SKUS_LENGTH } from './facts.ts'

/**
 * WordPress cleans what is searched for as it cleans what is stored, so a code that would come out changed cannot be there; one that comes
 * out empty would find everything (woocommerce.md 2.1). `0` is as good as empty to PHP.
 */
export const isSearchable = (code: string): boolean =>
  code !== '' &&
  code !== '0' &&
  code.length <= SKUS_LENGTH &&
  code === code.trim() &&
  code.isWellFormed() &&
  !/[<\p{Cc}]|\s{2}|%[0-9a-f]{2}/iu.test(code)

/** Codes to be asked for together: so many, and so long, at most. One that holds a comma goes alone, since the list is cut at commas. */
export const inGroups = (codes: readonly string[]): readonly (readonly string[])[] => {
  const groups: string[][] = codes.filter((code) => code.includes(',')).map((code) => [code])
  let open: string[] = []
  for (const code of codes.filter((one) => !one.includes(','))) {
    const length = [...open, code].join(',').length
    if (open.length > 0 && (open.length === SKUS_AT_ONCE || length > SKUS_LENGTH)) {
      groups.push(open)
      open = []
    }
    open.push(code)
  }
  return open.length === 0 ? groups : [...groups, open]
}
