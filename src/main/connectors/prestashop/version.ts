import { FIRST_VERSION_WITH_PATCH, OLDEST_VERSION } from './facts.ts'

/** PATCH exists since version 8 (prestashop.md 1.6); a shop that does not tell its version is written to in the way that all know. */
export const mayPatch = (version: string | null): boolean =>
  version !== null && numbersOf(version)[0] >= FIRST_VERSION_WITH_PATCH

export const isTooOld = (version: string): boolean => {
  const [major, minor] = numbersOf(version)
  const [oldestMajor, oldestMinor] = numbersOf(OLDEST_VERSION)
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor)
}

const numbersOf = (version: string): readonly [number, number] => {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10) || 0)
  return [major, minor]
}
