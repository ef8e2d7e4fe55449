import type { Advert } from '../connectors/sockets/marketplace.ts'
import type { Address, RelayPoint } from '../domain/address.ts'
import type { ParcelContent } from '../domain/parcel.ts'

/** This PC as its screens use it; its connector fits without being named here. */
export interface ThisPcDesk {
  readonly products: {
    list(): readonly DeskProduct[]
    search(text: string): readonly DeskProduct[]
    save(product: DeskProduct, was: DeskProduct | null): DeskProduct
    receive(code: string, units: number): DeskProduct
    remove(sku: string): void
    exportCsv(): string
    previewCsv(bytes: Uint8Array): {
      readonly products: readonly DeskProduct[]
      readonly errors: readonly DeskCsvError[]
    }
    importCsv(bytes: Uint8Array): DeskImport
    startFromInventory(adverts: readonly Advert[]): { readonly added: number; readonly left: readonly string[] }
  }
  readonly orders: {
    list(which: 'open' | 'all'): readonly DeskOrder[]
    get(reference: string): DeskOrder | null
    ship(reference: string, parcel: DeskParcel): DeskOrder
    cancel(reference: string, reason: string): DeskOrder
    reopen(reference: string): DeskOrder
    exportCsv(which: 'open' | 'all'): string
  }
}

export interface DeskProduct {
  readonly sku: string
  readonly ean: string
  readonly title: string
  readonly stock: number
  readonly safetyStock: number
  readonly priceCents: number | null
}

export interface DeskCsvError {
  readonly row: number
  readonly column: string | null
  readonly message: string
}

export type DeskImport =
  | { readonly ok: true; readonly added: number; readonly changed: number; readonly unchanged: number }
  | { readonly ok: false; readonly errors: readonly DeskCsvError[] }

export interface DeskParcel {
  readonly carrierName: string | null
  readonly trackingNumber: string | null
  readonly trackingUrl: string | null
  readonly contents: readonly ParcelContent[] | null
}

export interface DeskOrder {
  readonly reference: string
  readonly state: 'open' | 'completed' | 'cancelled'
  readonly purchasedAt: string
  readonly placedAt: string
  readonly completedAt: string | null
  readonly cancelledAt: string | null
  readonly cancelReason: string | null
  readonly lines: readonly {
    readonly sku: string
    readonly title: string
    readonly quantity: number
    readonly priceCents: number
  }[]
  readonly shippingCents: number
  readonly currency: string
  readonly methodId: string | null
  readonly deliveryMode: string
  readonly parcels: readonly (Omit<DeskParcel, 'contents'> & {
    readonly contents: readonly ParcelContent[]
    readonly shippedAt: string
  })[]
  readonly buyer: {
    readonly login: string
    readonly email: string
    readonly billing: Address | null
    readonly delivery: Address
    readonly relayPoint: RelayPoint | null
  } | null
}
