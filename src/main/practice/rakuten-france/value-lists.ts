/** Section 11.4: spelling matters. */
export const TRANSPORTERS: readonly string[] = [
  ...['Autre', 'Chronopost', 'Colis Prive', 'Colissimo', 'Courrier Suivi', 'DHL', 'DPD', 'Fedex', 'France Express'],
  ...['GLS', 'Kiala', 'Mondial Relay', 'So Colissimo', 'Tatex', 'TNT', 'UPS'],
  ...['4PX', 'B2C Europe', 'Bpost', 'China EMS', 'CNE Express', 'Cubyn', 'DPD Germany', 'DPD UK', 'Geodis'],
  ...['Hong Kong Post', 'PostNL International', 'Royal Mail', 'S.F. Express', 'Singapore Post', 'Swiss Post'],
  ...['WeDo Logistics', 'Yun Express', 'Mondial Relay prépayé', 'TrackYourParcel'],
  ...['Exapaq', 'Bluecare', 'China Post', 'Continental', 'GLS-ITALY', 'SFC Service', 'Mainway', 'OkayParcel'],
]

/** The carrier that needs a link under every rule. */
export const OTHER_TRANSPORTER = 'Autre'

type AddressBlock = 'deliveryaddress' | 'billingaddress' | 'collectionpointaddress'

interface DeliveryMode {
  /** The address blocks in a sale, in their order (6.2). */
  readonly blocks: readonly AddressBlock[]
  /** Rakuten prints the label and knows its number. */
  readonly prepaid: boolean
  /** May be declared shipped with `Oui` or `yes` instead of a number even without a prepaid label (8.2, 8.4). */
  readonly trackingOptional: boolean
}

const home: DeliveryMode = { blocks: ['deliveryaddress'], prepaid: false, trackingOptional: false }
const prepaidLabel: DeliveryMode = { blocks: ['billingaddress'], prepaid: true, trackingOptional: false }
const relay: DeliveryMode = {
  blocks: ['collectionpointaddress', 'billingaddress'],
  prepaid: false,
  trackingOptional: false,
}

/** Section 11.3. Whatever is not listed is a custom mode of the seller's: tracked, to the buyer's home. */
const DELIVERY_MODES: Readonly<Record<string, DeliveryMode>> = {
  Normal: { ...home, trackingOptional: true },
  Suivi: home,
  Recommandé: home,
  Express: home,
  'So Colissimo': prepaidLabel,
  Chronopost: prepaidLabel,
  'Shop2Shop by Chronopost': { ...relay, prepaid: true },
  'Point relais Mondial Relay': { ...relay, prepaid: true },
  'Relais Kiala': relay,
  'Relai Kiala': relay,
  'Retrait chez le vendeur': { ...home, blocks: ['billingaddress'], trackingOptional: true },
  'Click and Collect': { ...home, blocks: ['billingaddress'], trackingOptional: true },
  'EN TÉLÉCHARGEMENT': { ...home, blocks: ['billingaddress'], trackingOptional: true },
}

export const deliveryModeOf = (label: string): DeliveryMode => DELIVERY_MODES[label] ?? home

/** French names of countries as Rakuten writes them; metropolitan France is `FX` (section 4). */
const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  FX: 'France',
  BE: 'Belgique',
  CH: 'Suisse',
  DE: 'Allemagne',
  ES: 'Espagne',
  GB: 'Royaume-Uni',
  IT: 'Italie',
  LU: 'Luxembourg',
  NL: 'Pays-Bas',
  PT: 'Portugal',
}

/** A code without a French name stands for itself. */
export const countryName = (alpha2: string): string => COUNTRY_NAMES[alpha2] ?? alpha2

/** Metropolitan France as `acceptsale` wants it (6.3). */
export const FRANCE_NUMERIC = '249'
/** France as ISO numbers it, which Rakuten does not take. */
export const ISO_FRANCE_NUMERIC = '250'
