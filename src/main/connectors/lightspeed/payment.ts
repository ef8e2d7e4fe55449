import { plainWords } from '../../domain/plain-words.ts'
import { MARKETPLACE } from './facts.ts'
import type { PaymentMethod } from './schemas.ts'

/**
 * How the order is said to be paid: as the seller set, else by a method of the marketplace's name, else by the first that is paid afterwards;
 * any other would leave it waiting at a payment provider (lightspeed.md 2.1). Null when there is none.
 */
export const choosePayment = (offered: readonly PaymentMethod[], set: string): PaymentMethod | null => {
  if (set !== '') return offered.find(({ id, title }) => id === set || isCalled(title, set)) ?? null
  const afterwards = offered.filter(({ post_payment }) => post_payment)
  return afterwards.find(({ title }) => isCalled(title, MARKETPLACE)) ?? afterwards[0] ?? null
}

const isCalled = (title: string, name: string): boolean => plainWords(title) === plainWords(name)
