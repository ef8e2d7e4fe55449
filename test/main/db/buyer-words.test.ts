import { describe, expect, it } from 'vitest'
import { isBuyer, tellingWords, tells } from '../../../src/main/db/buyer-words.ts'
import { aBuyer, anAddress } from '../../helpers/an-order.ts'

const buyer = aBuyer({
  login: 'elodie59',
  email: 'e.lefebvre@example.fr',
  billing: anAddress({ firstName: 'Élodie', lastName: 'Lefebvre-Martin', phone: '', mobile: '+33 6 12 34 56 78' }),
  delivery: null,
  relayPoint: {
    id: 'FR-1',
    name: 'Tabac du Coin',
    address: '1 place Carnot',
    postcode: '59000',
    city: 'Lille',
    country: 'France',
    countryCode: 'FR',
    civility: 'M.',
    lastName: "N'Diaye",
    firstName: 'Amadou',
  },
})

describe('asking for a buyer', () => {
  it.each([
    'Lefebvre-Martin',
    'lefebvre',
    'MARTIN élodie',
    'Elodie Lefebvre',
    "N'Diaye",
    'diaye',
    'elodie59',
    'e.lefebvre@example.fr',
    'E.LEFEBVRE@EXAMPLE.FR',
    '0612345678',
    '06 12 34 56 78',
    '+33612345678',
    '0033 6.12.34.56.78',
    'elodie 0612345678',
  ])('finds them by %j', (words) => {
    expect(isBuyer(buyer, words)).toBe(true)
  })

  it.each([
    'Lefeb',
    'Elodie Garnier',
    'example',
    'example.fr',
    'lefebvre@example.fr',
    'Lille',
    'Tabac',
    '59',
    '061234567',
    '612',
    '',
    ' ',
    '%',
    '*',
    '.',
  ])('does not find them by %j', (words) => {
    expect(isBuyer(buyer, words)).toBe(false)
  })
})

describe('the words that tell who bought', () => {
  it.each([
    'Mme Lefebvre',
    'leFEBVRE',
    'rue des tilleuls',
    'tel. 59800',
    'Amadou a appelé',
    'login=elodie59',
    '{"to":"Élodie"}',
  ])('are seen in %j', (text) => {
    expect(tells(text, tellingWords(buyer))).toBe(true)
  })

  it.each(['12 units sent', 'https://www.laposte.fr/outils', "Rakuten n'a pas répondu", 'MUG-BLUE', 'example.fr'])(
    'are not seen in %j',
    (text) => {
      expect(tells(text, tellingWords(buyer))).toBe(false)
    },
  )
})
