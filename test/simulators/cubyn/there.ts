import type { OrderKey } from '../../../src/main/connectors/sockets/back-office.ts'
import type { Parcel, ParcelContent } from '../../../src/main/domain/parcel.ts'
import type { There } from '../../batteries/back-office/harness.ts'
import { addParcel, type CubynAccount, type CubynParcel, move, setStatus } from './state.ts'

/** What the seller and the people of the warehouse do. */
export const handsIn = (account: CubynAccount): There => {
  const parcelOf = ({ backOfficeRef }: OrderKey): CubynParcel => {
    const parcel = account.parcels.find(({ id }) => String(id) === backOfficeRef)
    if (parcel === undefined) throw new Error(`There is no parcel ${backOfficeRef}`)
    return parcel
  }
  const send = (parcel: CubynParcel, facts: Parcel | undefined): void => {
    parcel.trackingNumber = facts?.trackingNumber ?? null
    parcel.carrier = facts?.carrierName ?? null
    parcel.trackingUrl = facts?.trackingUrl ?? null
    setStatus(account, parcel, 'SHIPPED')
  }
  /** A further parcel of the same order. */
  const duplicate = (parcel: CubynParcel, items: readonly ParcelContent[]): CubynParcel => {
    const { id: _, createdAt: __, ahead: ___, ...facts } = parcel
    return addParcel(account, { ...facts, type: 'DUPLICATE', items: items.map((item) => ({ ...item })) })
  }
  /** Edits what is in a parcel that nobody prepares yet. */
  const repack = (parcel: CubynParcel, items: CubynParcel['items']): void => {
    move(account, parcel, 'release')
    parcel.items = items
    move(account, parcel, 'reserve')
  }
  const without = (parcel: CubynParcel, taken: readonly ParcelContent[]): CubynParcel['items'] =>
    parcel.items
      .map(({ sku, quantity }) => ({
        sku,
        quantity: quantity - taken.filter((one) => one.sku === sku).reduce((sum, one) => sum + one.quantity, 0),
      }))
      .filter(({ quantity }) => quantity > 0)

  return {
    async addProducts(products) {
      for (const { sku, title, stock } of products) {
        const number = account.products.length + 1
        const barcode = `37${String(number).padStart(11, '0')}`
        account.products.push({ id: `product-${number}`, sku, name: title, barcode, stored: stock, reserved: 0 })
        account.events.push({ type: 'SKU_INBOUNDED', reference: '290000', sku, quantity: stock })
      }
    },
    // One barcode, one SKU, one product (cubyn.md 2).
    addDuplicate: null,
    async breakStock() {
      account.dropsProducts = true
    },
    async complete(key, parcels) {
      const [first, ...others] = parcels
      const parcel = parcelOf(key)
      send(parcel, first)
      for (const other of others)
        send(duplicate(parcel, other.contents.length > 0 ? other.contents : parcel.items), other)
    },
    async shipPart(key, part) {
      const parcel = parcelOf(key)
      const rest = without(parcel, part.contents)
      if (rest.length === 0) return send(parcel, part)
      repack(parcel, rest)
      send(duplicate(parcel, part.contents), part)
    },
    // What has left does not come back.
    reopen: null,
    async cancel(key) {
      const parcel = parcelOf(key)
      if (parcel.status !== 'CREATED') throw new Error(`Parcel ${parcel.id} is ${parcel.status}`)
      setStatus(account, parcel, account.spelling.cancelled)
    },
    async removeUnits(key, units) {
      const parcel = parcelOf(key)
      repack(parcel, without(parcel, [units]))
    },
    async remove(key) {
      account.parcels.splice(account.parcels.indexOf(parcelOf(key)), 1)
    },
    async addressOf(key) {
      const { firstName, lastName, organizationName, address, relayPoint } = parcelOf(key)
      const { line1, line2 = '', additionalInformation = '', zip, city, country } = address
      return {
        name: organizationName || `${firstName} ${lastName}`,
        street: [line1, line2, additionalInformation].filter((line) => line !== ''),
        ...{ postcode: zip, city, countryCode: country, relayPointId: relayPoint || null },
      }
    },
    vatOf: null,
    async revoke() {
      account.key = null
    },
    mailsToBuyers: () => account.mails,
  }
}
