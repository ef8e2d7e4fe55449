/** With every character that some encoding spells otherwise. */
export const TOKEN = 'Kanari Jeton/8+"é&<7>%zz=\\ü'
export const OTHER_TOKEN = 'Zweiter-Kanari_Jeton~9'

const WHOLE = {
  login: 'ornitho_quille77',
  email: 'zanzibarine.quillefeuille@kanarien.example',
  civility: 'Mme',
  firstName: 'Zanzibarine',
  lastName: 'Quillefeuille',
  address1: '9 sente des Ornithorynques',
  city: 'Kakatoville',
  phone1: '0699887766',
}
const ACCENTED = {
  login: 'pélican_dodo88',
  email: 'agaethe.dodoielle@perroquet.example',
  civility: 'M.',
  firstName: 'Agaëthe',
  lastName: "D'Œdodoïelle",
  address1: '3 impasse du Flamant-Rosé',
  city: 'Toucañville',
  phone2: '0688776655',
}
export const BUYERS = [WHOLE, ACCENTED]

/** Words that mean one of the buyers and nothing else; whole values, and their parts where they are words of their own. */
export const BUYER_WORDS = BUYERS.flatMap(({ civility: _, ...buyer }) => Object.values(buyer)).flatMap((value) => [
  value,
  ...value.split(/[\s@.]/).filter((part) => part.length > 7),
])
