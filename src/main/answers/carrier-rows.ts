import type { CarrierRow } from '../../preload/contract/delivery.ts'
import type { CarrierWords } from '../connectors/sockets/marketplace.ts'
import { type Carrier, toCarrier } from '../domain/carriers/carrier.ts'
import type { CarrierCatalogue } from '../domain/carriers/catalogue.ts'
import { hostOf } from '../domain/carriers/web-link.ts'
import type { ConnectionSettings } from '../domain/connection.ts'

/** The seller's own carriers, then those of the catalogue; what the connection uses first among them. */
export const toCarrierRows = (
  { carriers }: Pick<CarrierCatalogue, 'carriers'>,
  settings: ConnectionSettings,
  words: CarrierWords,
): readonly CarrierRow[] => {
  const rows = [
    ...settings.ownCarriers.map((own) => toRow(toCarrier(own), true, settings, words)),
    ...carriers.map((carrier) => toRow(carrier, false, settings, words)),
  ]
  return [...rows.filter(({ used }) => used), ...rows.filter(({ used }) => !used)]
}

const toRow = (
  carrier: Carrier,
  own: boolean,
  { carriersUsed, carriers }: ConnectionSettings,
  words: CarrierWords,
): CarrierRow => ({
  id: carrier.id,
  name: carrier.name,
  rakutenName: words.of(carrier) ?? words.other,
  linkHost: carrier.trackingUrlTemplate === null ? null : hostOf(carrier.trackingUrlTemplate),
  own,
  used: carriersUsed.includes(carrier.id),
  knownAs: Object.entries(carriers).flatMap(([name, id]) => (id === carrier.id ? [name] : [])),
})
