import { z } from 'zod'
import type { Corridor } from '../corridor.ts'

const CONSENT = 'stock-consent'

/** The seller's yes to so many SKUs going to zero at once; it holds until they were told, or need no yes any more. */
export const readConsent = ({ memory }: Corridor): number | null => memory.read(CONSENT, z.number())

export const keepConsent = ({ memory }: Corridor, falling: number): void => memory.save(CONSENT, falling)

export const forgetConsent = (corridor: Corridor): void => {
  if (readConsent(corridor) !== null) corridor.memory.remove(CONSENT)
}
