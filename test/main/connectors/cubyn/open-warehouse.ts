import { cubyn } from '../../../../src/main/connectors/cubyn/index.ts'
import { BLUE_MUG, RED_MUG } from '../../../batteries/back-office/harness.ts'
import { type OverSimulator, type OverSimulatorOptions, openOverSimulator } from '../../../batteries/over-simulator.ts'
import { type CubynSimulator, startCubynSimulator } from '../../../simulators/cubyn/index.ts'
import { addParcel, type CubynAccount, type CubynParcel } from '../../../simulators/cubyn/state.ts'

export interface OpenWarehouse extends OverSimulator<CubynSimulator> {
  readonly account: CubynAccount
  parcelThere(key: { readonly backOfficeRef: string }): CubynParcel
  /** What was asked for so far, as `GET /v2/parcels`. */
  asked(): readonly string[]
}

/** A connected account with ten blue mugs and five red ones. */
export const openWarehouse = async (values: OverSimulatorOptions['values'] = {}): Promise<OpenWarehouse> => {
  const opened = await openOverSimulator(cubyn, startCubynSimulator, { values })
  await opened.there.addProducts([BLUE_MUG, RED_MUG])
  const { account, wire } = opened.simulator
  return {
    ...opened,
    account,
    parcelThere({ backOfficeRef }) {
      const parcel = account.parcels.find(({ id }) => String(id) === backOfficeRef)
      if (parcel === undefined) throw new Error(`There is no parcel ${backOfficeRef}`)
      return parcel
    },
    asked: () => wire.received.map(({ method, url }) => `${method} ${url.pathname}`),
  }
}

/** A parcel that somebody else made: another shop of the seller's, or Cubyn's own Rakuten app. */
export const aForeignParcel = (account: CubynAccount, facts: Partial<CubynParcel> = {}): CubynParcel => {
  const address = { line1: '2 rue Basse', zip: '69001', city: 'Lyon', country: 'FR' }
  const parcel = addParcel(account, {
    ...{ type: 'SHIPMENT', orderRef: 'SHOP-77', firstName: 'Ana', lastName: 'Petit', organizationName: '', email: '' },
    ...{ phone: '', address, deliveryMode: 'STANDARD', relayPoint: '', signature: false, items: [] },
    ...facts,
  })
  return Object.assign(parcel, facts)
}
