/**
 * [C] What is known of an order (custom-backoffice.md B2): how people call it, and what systems in French, Dutch, German and English call it.
 * A name that could as well stand for an amount without VAT is not among theirs.
 */
export interface CanonicalField {
  readonly label: string
  readonly alike: readonly string[]
}

const field = (label: string, ...alike: readonly string[]): CanonicalField => ({ label, alike })

const OF_ORDER = {
  ref: field(
    ...([
      'Our order number',
      'n° commande',
      'nº commande',
      'no commande',
      'numéro de commande',
      'num commande',
    ] as const),
    ...['référence commande', 'commande n°', 'bestelnummer', 'bestelnr', 'ordernummer', 'ordernr', 'auftragsnummer'],
    ...['auftragsnr', 'bestellnummer', 'bestellnr', 'order number', 'order no', 'order id', 'order reference'],
    ...['external number', 'externe nummer', 'referentie', 'referenz'],
  ),
  channel: field('Marketplace', 'canal', 'place de marché', 'kanaal', 'marktplaats', 'kanal', 'marktplatz', 'source'),
  createdAt: field(
    ...(['Date of the order', 'date de commande', 'date commande', 'date de la commande', 'besteldatum'] as const),
    ...['orderdatum', 'datum bestelling', 'bestelldatum', 'auftragsdatum', 'order date'],
  ),
  currency: field('Currency', 'devise', 'monnaie', 'valuta', 'munteenheid', 'währung', 'currency code'),
  paid: field('Is paid', 'payé', 'payée', 'betaald', 'bezahlt'),
  paymentLabel: field(
    ...(['Paid by', 'mode de paiement', 'moyen de paiement', 'betaalmethode', 'betaalwijze', 'zahlungsart'] as const),
    ...['zahlungsmethode', 'payment method'],
  ),
  shippingMode: field(
    ...(['Delivery mode at Rakuten', 'mode de livraison', 'verzendwijze', 'versandart', 'lieferart'] as const),
    ...['delivery mode'],
  ),
  method: field(
    ...([
      'Shipping method',
      'transporteur',
      'vervoerder',
      'verzendmethode',
      'versandmethode',
      'versanddienst',
    ] as const),
    ...['carrier', 'delivery method'],
  ),
  note: field(
    ...(['Note', 'commentaire', 'remarque', 'opmerking', 'notitie', 'bemerkung', 'anmerkung', 'notiz'] as const),
    ...['comment', 'remark'],
  ),
  totalGross: field(
    ...(['Total including VAT', 'total ttc', 'montant ttc', 'montant total ttc', 'totaal incl btw'] as const),
    ...['totaalbedrag incl btw', 'gesamtbetrag brutto', 'gesamtsumme brutto', 'total incl vat', 'total gross'],
  ),
  itemsGross: field(
    ...(['Goods including VAT', 'sous-total ttc', 'montant articles ttc', 'subtotaal incl btw'] as const),
    ...['zwischensumme brutto', 'warenwert brutto', 'subtotal incl vat'],
  ),
  shippingGross: field(
    ...(['Shipping including VAT', 'frais de port ttc', 'frais de livraison ttc', 'port ttc'] as const),
    ...['verzendkosten incl btw', 'versandkosten brutto', 'shipping cost incl vat', 'shipping price incl vat'],
  ),
  discountGross: field('Discount', 'remise', 'rabais', 'korting', 'rabatt', 'nachlass'),
  buyerLogin: field('Buyer’s name at Rakuten', 'pseudo', 'gebruikersnaam', 'benutzername', 'username', 'login'),
  buyerEmail: field(
    ...([
      'E-mail',
      'courriel',
      'adresse mail',
      'adresse e-mail',
      'emailadres',
      'mailadresse',
      'email address',
    ] as const),
  ),
  buyerPhone: field(
    ...(['Phone', 'téléphone', 'numéro de téléphone', 'tel', 'telefoon', 'telefoonnummer', 'telefon'] as const),
    ...['telefonnummer', 'telephone', 'phone number'],
  ),
  buyerMobile: field(
    ...([
      'Mobile phone',
      'portable',
      'téléphone portable',
      'téléphone mobile',
      'gsm',
      'mobiel',
      'mobiel nummer',
    ] as const),
    ...['mobilnummer', 'handy', 'handynummer', 'mobile', 'mobile number'],
  ),
  company: field(
    ...(['Company (Rakuten tells none)', 'société', 'entreprise', 'raison sociale', 'bedrijfsnaam', 'firma'] as const),
    ...['company name'],
  ),
  relayId: field(
    ...(['Number of the relay point', 'point relais', 'code point relais', 'id point relais', 'code relais'] as const),
    ...['afhaalpunt', 'servicepunt', 'paketshop', 'pickup point', 'parcel shop', 'pudo'],
  ),
  relayName: field(
    ...(['Name of the relay point', 'nom point relais', 'nom du point relais', 'naam afhaalpunt'] as const),
    ...['paketshop name', 'pickup point name'],
  ),
} as const satisfies Readonly<Record<string, CanonicalField>>

const OF_ADDRESS = {
  FirstName: field('first name', 'prénom', 'voornaam', 'vorname'),
  LastName: field('last name', 'nom', 'nom de famille', 'achternaam', 'nachname', 'familienname', 'surname'),
  Line1: field(
    ...(['street', 'adresse', 'adresse 1', 'adresse ligne 1', 'rue', 'adres', 'adresregel 1', 'straat'] as const),
    ...['straße', 'strasse', 'anschrift', 'address', 'address 1', 'address line 1'],
  ),
  Line2: field(
    ...(['second line', 'adresse 2', 'adresse ligne 2', 'complément d’adresse', 'complément adresse'] as const),
    ...['adresregel 2', 'toevoeging', 'adresszusatz', 'address 2', 'address line 2'],
  ),
  Zip: field('postcode', 'code postal', 'cp', 'plz', 'postleitzahl', 'zip code', 'postal code'),
  City: field(
    'city',
    'ville',
    'localité',
    'stad',
    'plaats',
    'plaatsnaam',
    'woonplaats',
    'ort',
    'stadt',
    'wohnort',
    'town',
  ),
  State: field('region', 'région', 'département', 'provincie', 'bundesland', 'province', 'state'),
  Country: field('country code', 'pays', 'code pays', 'land', 'landcode', 'ländercode', 'country'),
} as const satisfies Readonly<Record<string, CanonicalField>>

const OF_LINE = {
  lineId: field(
    ...(['Number of the line', 'n° ligne', 'nº ligne', 'numéro de ligne', 'regelnummer', 'positionsnummer'] as const),
    ...['zeilennummer', 'line number'],
  ),
  sku: field(
    ...(['SKU', 'référence article', 'référence produit', 'ref article', 'code article', 'artikelnummer'] as const),
    ...['artikelnr', 'artikelcode', 'productcode', 'produktnummer', 'item number', 'item code', 'product code'],
  ),
  ean: field('EAN (Rakuten tells none)', 'ean13', 'gtin', 'code-barres', 'code barre', 'streepjescode', 'strichcode'),
  title: field(
    ...(['Name of the product', 'désignation', 'libellé', 'titre', 'nom du produit', 'omschrijving'] as const),
    ...['artikelnaam', 'productnaam', 'bezeichnung', 'artikelbezeichnung', 'produktname', 'titel'],
    ...['description', 'product name', 'item name'],
  ),
  quantity: field('Units', 'quantité', 'qté', 'aantal', 'hoeveelheid', 'menge', 'anzahl', 'stückzahl', 'qty'),
  unitPriceGross: field(
    ...(['Price of a unit including VAT', 'prix ttc', 'prix unitaire ttc', 'pu ttc', 'prijs incl btw'] as const),
    ...['stuksprijs incl btw', 'bruttopreis', 'preis brutto', 'stückpreis brutto', 'einzelpreis brutto'],
    ...['price incl vat', 'unit price incl vat', 'unit price gross'],
  ),
  lineGross: field(
    ...(['Line including VAT', 'total ligne ttc', 'montant ligne ttc', 'regeltotaal incl btw'] as const),
    ...['zeilensumme brutto', 'line total incl vat'],
  ),
  vatRate: field(
    ...(['VAT in per cent', 'taux de tva', 'taux tva', 'tva', 'btw-tarief', 'btw-percentage', 'btw'] as const),
    ...['mwst-satz', 'steuersatz', 'vat rate', 'tax rate'],
  ),
} as const satisfies Readonly<Record<string, CanonicalField>>

export type PlainName = keyof typeof OF_ORDER
export type AddressName = keyof typeof OF_ADDRESS
export type LineName = keyof typeof OF_LINE

/** Where the address of a table stands alone, it is the one to deliver to. */
const WHOSE = {
  billing: { label: 'Billing', before: ['facturation', 'factuur', 'rechnungs', 'invoice'], after: 'facturation' },
  shipping: { label: 'Delivery', before: ['livraison', 'aflever', 'liefer', 'delivery'], after: 'livraison' },
} as const

const ofAddress = (whose: keyof typeof WHOSE): readonly (readonly [string, CanonicalField])[] =>
  Object.entries(OF_ADDRESS).map(([name, { label, alike }]) => {
    const words = [label, ...alike]
    const { label: of, before, after } = WHOSE[whose]
    const told = words.flatMap((word) => [
      ...[...before, whose].map((first) => `${first} ${word}`),
      ...[`${word} ${after}`, `${word} de ${after}`],
    ])
    return [`${whose}${name}`, field(`${of}: ${label}`, ...told, ...(whose === 'shipping' ? words : []))]
  })

const under = (
  prefix: string,
  fields: readonly (readonly [string, CanonicalField])[],
): ReadonlyMap<string, CanonicalField> =>
  new Map(fields.map(([name, { label, alike }]) => [`${prefix}${name}`, { label, alike: [name, ...alike] }]))

/** By the names that a template inserts them with. */
export const ORDER_FIELDS = under('order.', [
  ...Object.entries(OF_ORDER),
  ...ofAddress('billing'),
  ...ofAddress('shipping'),
])
export const LINE_FIELDS = under('line.', Object.entries(OF_LINE))
