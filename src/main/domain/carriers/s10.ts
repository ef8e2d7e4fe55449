/** The numbers of the Universal Postal Union: two letters, eight digits, a check digit, the issuing country (carriers.md section 4). */
const S10 = /^([A-Z]{2})(\d{8})(\d)([A-Z]{2})$/

const WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7]

/** True for eight digits and their S10 check digit. */
export const isS10Digits = (digits: string): boolean => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  const check = 11 - (sum % 11)
  return Number(digits[8]) === (check === 10 ? 0 : check === 11 ? 5 : check)
}

/** True for a number of that shape whose check digit holds. */
export const hasS10CheckDigit = (number: string): boolean => S10.test(number) && isS10Digits(number.slice(2, 11))

const OVERSEAS = ['GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF']

/** Where La Poste delivers, and so where its page follows the numbers of foreign posts. */
const LA_POSTE_DELIVERS: readonly string[] = ['FR', 'MC', 'AD', ...OVERSEAS, 'NC', 'PF', 'WF']

/** The last resort for the posts without an entry of their own: La Poste's page. */
export const OTHER_POSTS = 'upu-s10'

/** Whether a carrier's link says anything to a buyer there. */
export const isFollowedIn = (carrierId: string, country: string): boolean =>
  carrierId !== OTHER_POSTS || LA_POSTE_DELIVERS.includes(country)

/** The last two letters name a country that has a post. The arithmetic alone also passes `RB123456785XX`. */
export const hasIssuingCountry = (number: string): boolean => ISO_COUNTRIES.includes(number.slice(-2))

/** The carrier that issued this number, by its letters; null when it is no S10 number, or the letters leave it open. */
export const s10Issuer = (number: string): string | null => {
  const [, service = '', , , country = ''] = S10.exec(number) ?? []
  if (!hasS10CheckDigit(number)) return null
  if (country === 'FR' || OVERSEAS.includes(country)) return byFirstLetter(service, FRENCH)
  if (country === 'DE') return byFirstLetter(service, GERMAN)
  if (country === 'GB') return /^(?:E[A-E]|CP|GI)$/.test(service) ? 'parcelforce' : 'royal-mail'
  return POSTS[country] ?? (ISO_COUNTRIES.includes(country) ? OTHER_POSTS : null)
}

const byFirstLetter = (service: string, issuers: Readonly<Record<string, string>>): string | null =>
  Object.entries(issuers).find(([letters]) => letters.includes(service.charAt(0)))?.[1] ?? null

const FRENCH = { C: 'colissimo', RLUV: 'laposte-lettre-suivie', EX: 'chronopost' }
const GERMAN = { CL: 'dhl-paket-de', RUV: 'deutsche-post' }

const POSTS: Readonly<Record<string, string>> = {
  NL: 'postnl-international',
  BE: 'bpost',
  CH: 'swiss-post',
  AT: 'austrian-post',
  ES: 'correos',
  PT: 'ctt',
  IT: 'poste-italiane',
  US: 'usps',
  CN: 'china-post',
  SE: 'postnord',
  DK: 'postnord',
}

const ISO_COUNTRIES: readonly string[] = (
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG ' +
  'CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL ' +
  'GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA ' +
  'LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP ' +
  'NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV ' +
  'SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
).split(' ')
