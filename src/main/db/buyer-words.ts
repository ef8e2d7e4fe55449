import type { Address, Buyer, RelayPoint } from '../domain/address.ts'

/** Lower case, without accents: how words are compared. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const wordsIn = (text: string): readonly string[] => folded(text).match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * True when every word given stands whole in the buyer's names, login, e-mail or phone. A word with other signs in it (an e-mail, a
 * double name) must stand there in one piece; digits match a phone however it is spaced.
 */
export const isBuyer = (buyer: Buyer, words: string): boolean => {
  const given = words.split(/\s+/).filter((word) => wordsIn(word).length > 0)
  if (given.length === 0) return false
  const phones = phonesOf(buyer)
  if (phones.includes(phone(words))) return true
  const texts = [
    ...peopleOf(buyer).flatMap(({ firstName, lastName }) => [firstName, lastName]),
    buyer.login,
    buyer.email,
  ]
  return given.every((word) => phones.includes(phone(word)) || texts.some((text) => standsIn(text, word)))
}

const standsIn = (text: string, word: string): boolean => {
  const pieces = folded(text).split(/\s+/)
  if (pieces.includes(folded(word))) return true
  // An e-mail is one word: its parts are not the buyer's name.
  return !text.includes('@') && wordsIn(word).length === 1 && wordsIn(text).includes(folded(word))
}

/** Every word that would tell who bought: what must not be found again once the buyer is erased. */
export const tellingWords = (buyer: Buyer): ReadonlySet<string> => {
  const [mailbox = ''] = buyer.email.split('@') // its domain is shared with everybody
  const names = [...peopleOf(buyer).flatMap(({ firstName, lastName }) => [firstName, lastName]), buyer.login, mailbox]
  const places = peopleOf(buyer).flatMap((person) =>
    'address1' in person
      ? [person.address1, person.address2, person.postcode, person.city, person.phone, person.mobile]
      : [person.name, person.address, person.postcode, person.city],
  )
  // House numbers and the small words of an address are in every text and tell nothing.
  return new Set([
    ...names.flatMap(wordsIn).filter((word) => word.length > 1),
    ...places.flatMap(wordsIn).filter((word) => word.length > 3),
  ])
}

/** True when a text holds one of the words. */
export const tells = (text: string, words: ReadonlySet<string>): boolean =>
  wordsIn(text).some((word) => words.has(word))

const peopleOf = ({ billing, delivery, corrected, relayPoint }: Buyer): readonly (Address | RelayPoint)[] =>
  [billing, delivery, corrected, relayPoint].filter((person) => person !== null)

const phonesOf = (buyer: Buyer): readonly string[] =>
  peopleOf(buyer)
    .flatMap((person) => ('phone' in person ? [person.phone, person.mobile] : []))
    .map(phone)
    .filter((digits) => digits !== '')

/** National digits of a French phone, and any other number's own; empty for what is none. */
const phone = (text: string): string => {
  if (!/^[\d\s+().-]{6,}$/.test(text.trim())) return ''
  return text.replace(/\D/g, '').replace(/^(00)?33(?=\d{9}$)/, '0')
}
