import type { CarrierWords } from '../sockets/marketplace.ts'

/** 11.4: Rakuten's spellings, the union of four integrators' lists. [C] The current official list is not known. */
export const TRANSPORTERS: readonly string[] = [
  ...[
    'Autre',
    'Chronopost',
    'Colis Prive',
    'Colissimo',
    'Courrier Suivi',
    'DHL',
    'DPD',
    'Fedex',
    'France Express',
    'GLS',
  ],
  ...['Kiala', 'Mondial Relay', 'So Colissimo', 'Tatex', 'TNT', 'UPS'],
  ...[
    '4PX',
    'B2C Europe',
    'Bpost',
    'China EMS',
    'CNE Express',
    'Cubyn',
    'DPD Germany',
    'DPD UK',
    'Geodis',
    'Hong Kong Post',
  ],
  ...[
    'PostNL International',
    'Royal Mail',
    'S.F. Express',
    'Singapore Post',
    'Swiss Post',
    'WeDo Logistics',
    'Yun Express',
  ],
  ...['Mondial Relay prépayé', 'TrackYourParcel', 'Exapaq', 'Bluecare', 'China Post', 'Continental'],
  ...['GLS-ITALY', 'SFC Service', 'Mainway', 'OkayParcel'],
]

/** Anything that is not listed goes as `Autre`, which wants a link. */
export const carrierWords: CarrierWords = {
  of: ({ rakutenTransporterName: name }) => (name !== null && TRANSPORTERS.includes(name) ? name : null),
  other: 'Autre',
}
