import { describe } from 'vitest'
import { cancellingPromises } from './back-office/cancelling.ts'
import { checkingPromises } from './back-office/checking.ts'
import type { BackOfficeHarness } from './back-office/harness.ts'
import { placingPromises } from './back-office/placing.ts'
import { progressPromises } from './back-office/progress.ts'
import { stockPromises } from './back-office/stock.ts'
import { trustPromises } from './back-office/trust.ts'
import { vatPromises } from './back-office/vat.ts'

export type {
  AddressThere,
  BackOfficeHarness,
  OpenedBackOffice,
  ProductThere,
  There,
  VatClass,
} from './back-office/harness.ts'

/** The promises that the engine builds on: every back office passes all of them, in front of whatever stands in for its outside. */
export const backOfficeBattery = (title: string, harness: BackOfficeHarness): void => {
  describe(`${title} as a back office`, () => {
    checkingPromises(harness)
    placingPromises(harness)
    progressPromises(harness)
    cancellingPromises(harness)
    stockPromises(harness)
    vatPromises(harness)
    trustPromises(harness)
  })
}
