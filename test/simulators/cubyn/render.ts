import { type CubynAccount, type CubynParcel, hasLeft, type Product } from './state.ts'

/** A parcel as it is answered; `isListed`: in a list, which may tell less. */
export const renderParcel = (
  parcel: CubynParcel,
  { spelling, listsItems }: CubynAccount,
  isListed: boolean,
): object => ({
  ...{ id: parcel.id, status: parcel.status, type: parcel.type, orderRef: parcel.orderRef },
  ...{
    firstName: parcel.firstName,
    lastName: parcel.lastName,
    [spelling.organizationName]: parcel.organizationName || null,
  },
  ...{ email: parcel.email || null, phone: parcel.phone || null, address: parcel.address },
  objectCount: parcel.items.reduce((sum, { quantity }) => sum + quantity, 0),
  ...(isListed && !listsItems ? {} : { items: parcel.items }),
  ...{ [spelling.deliveryMode]: parcel.deliveryMode, [spelling.relayPoint]: parcel.relayPoint || null },
  [spelling.signature]: parcel.signature,
  ...(hasLeft(parcel)
    ? {
        [spelling.trackingNumber]: parcel.trackingNumber,
        [spelling.carrier]: parcel.carrier,
        [spelling.trackingUrl]: parcel.trackingUrl,
      }
    : {}),
  createdAt: new Date(parcel.createdAt).toISOString(),
})

export const renderProduct = (
  { id, sku, name, barcode, stored, reserved }: Product,
  { spelling }: CubynAccount,
): object => ({
  ...{ id, sku, name, barcode, organizationId: 700000001 },
  [spelling.stock]: stored - reserved,
})
