import { describe, expect, it } from 'vitest'
import { toRecipient } from '../../../../src/main/connectors/cubyn/recipient.ts'
import type { Address } from '../../../../src/main/domain/address.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { aRelayPoint } from '../../../helpers/an-order-to-place.ts'

const written = (facts: Partial<Address>, isPhoneNeeded = false) => {
  const result = toRecipient({ delivery: anAddress(facts), relayPoint: null }, isPhoneNeeded)
  return 'rule' in result ? expect.fail(result.rule) : result
}
const ruleOf = (facts: Partial<Address>, isPhoneNeeded = false): string => {
  const result = toRecipient({ delivery: anAddress(facts), relayPoint: null }, isPhoneNeeded)
  return 'rule' in result ? result.rule : expect.fail('It would be written')
}

describe('a street at Cubyn', () => {
  it('longer than a line goes on in the next one, broken between words, and somebody is told', () => {
    const { recipient, notes } = written({
      address1: '1234 avenue du Général de Gaulle prolongée, bâtiment Les Glycines',
    })

    expect(recipient.lines).toEqual(['1234 avenue du Général de Gaulle', 'prolongée, bâtiment Les Glycines'])
    expect(notes).toEqual(['The street takes 2 lines at Cubyn, broken between words.'])
  })

  it('keeps the lines it was written in where they fit', () => {
    const { recipient, notes } = written({ address1: '3 quai des Brumes', address2: 'Escalier B' })

    expect(recipient.lines).toEqual(['3 quai des Brumes', 'Escalier B'])
    expect(notes).toEqual([])
  })

  it.each([
    ['takes more than three lines', { address1: `${'abcdefghij '.repeat(12)}` }],
    ['has a word that no line holds', { address1: 'a'.repeat(36) }],
    ['is ten thousand characters long', { address1: 'a b '.repeat(2_500) }],
  ])('that %s is refused, not cut off', (_, facts) => {
    expect(ruleOf(facts)).toMatch(/^Cubyn takes 3 lines of 35 characters for the street/)
  })

  it.each([35, 36])('is broken at the 35th character, and no earlier: %i of them', (length) => {
    const address1 = `${'x'.repeat(17)} ${'y'.repeat(length - 18)}`

    expect(written({ address1 }).recipient.lines).toHaveLength(length === 35 ? 1 : 2)
  })
})

describe('a name at Cubyn', () => {
  it.each([
    ['first name', { firstName: 'x'.repeat(36) }],
    ['last name', { lastName: 'x'.repeat(36) }],
    ['city', { city: 'x'.repeat(36) }],
    ['postcode', { postcode: '123456789' }],
  ])('that is too long is refused by its kind and never shown: %s', (what, facts) => {
    expect(ruleOf(facts)).toMatch(new RegExp(`^The ${what} is longer than`))
  })

  it.each(['Пётр', '李', 'علي', 'Zoé 🎁', 'Ωmega'])('in other letters is refused, not respelled: %s', (firstName) => {
    expect(ruleOf({ firstName })).toBe('The first name is not in Latin letters, and Cubyn takes no others.')
  })

  it.each(['Zoë Ærøskøbing', "d'Hœuvre-Çelik", 'Łukasz', '<b>Ana</b>', 'O"Neil & Co'])(
    'in Latin letters is kept as it is: %s',
    (lastName) => {
      const { recipient, notes } = written({ lastName })

      expect(recipient.lastName).toBe(lastName)
      expect(notes).toEqual([])
    },
  )

  it.each([
    ['d’Arc', "d'Arc"],
    ['Marie–Ange', 'Marie-Ange'],
    ['Le\u00a0Goff', 'Le Goff'],
    ['\u200fLévy\u200e', 'Lévy'],
    ['ＡＮＡ', 'ANA'],
    ['E\u0301lodie', 'Élodie'],
  ])('loses only signs that nobody reads, and somebody is told: %s', (lastName, there) => {
    const { recipient, notes } = written({ lastName })

    expect(recipient.lastName).toBe(there)
    expect(notes).toEqual(['Some signs of the address are written plainly at Cubyn.'])
  })

  it('of which a half is missing stands as an organisation', () => {
    expect(written({ firstName: '', lastName: 'Atelier Petit' })).toMatchObject({
      recipient: { firstName: '', lastName: '', organizationName: 'Atelier Petit' },
      notes: [expect.stringContaining('organisation')],
    })
  })
})

describe('what is missing', () => {
  it.each([
    ['city', { city: ' ' }],
    ['street', { address1: '\u200f', address2: '' }],
    ['postcode', { postcode: '\u200b' }],
    ['name', { firstName: '\u200f', lastName: '\u200f' }],
  ])('is named, seen or unseen: %s', (what, facts) => {
    expect(ruleOf(facts)).toBe(`The delivery address has no ${what}.`)
  })
})

describe('a phone number at Cubyn', () => {
  it.each([
    ['06 12 34 56 78', '0612345678'],
    ['+33 (0)6.12.34.56.78', '+33612345678'],
    ['0033 6 12 34 56 78', '0033612345678'],
  ])('loses what only helps to read it: %s', (mobile, there) => {
    expect(written({ mobile }).recipient.phone).toBe(there)
  })

  it('is the other one where the mobile number cannot be dialled', () => {
    expect(written({ mobile: 'ask my sister', phone: '0320000000' }, true).recipient.phone).toBe('0320000000')
  })

  it('that cannot be dialled is left out, and somebody is told', () => {
    const { recipient, notes } = written({ mobile: '+33 6 12 34 56 78 90 12', phone: '' })

    expect(recipient.phone).toBeNull()
    expect(notes).toEqual(['The phone number was left out: Cubyn takes 4 to 13 digits.'])
  })

  it('is asked for where Cubyn must call', () => {
    expect(ruleOf({ mobile: '', phone: '' }, true)).toMatch(/^Cubyn needs a phone number/)
  })
})

describe('a destination', () => {
  it.each([
    ['Suisse', 'CH', '1201'],
    ['Royaume-Uni', 'GB', 'SW1A 1AA'],
    ['Guadeloupe', 'GP', '97100'],
    ['France', 'FR', '97400'],
    ['France', 'FR', '98800'],
  ])('that needs customs papers is refused: %s (%s %s)', (country, countryCode, postcode) => {
    expect(ruleOf({ country, countryCode, postcode })).toMatch(/customs papers\.$/)
  })

  it.each([
    ['Irlande', 'IE', 'D02 X285'],
    ['Allemagne', 'DE', '10115'],
  ])('in the European Union is not: %s', (country, countryCode, postcode) => {
    expect(written({ country, countryCode, postcode }).recipient).toMatchObject({ country: countryCode, postcode })
  })

  it('at a relay point bears the buyer’s own address, or the relay point’s where there is none', () => {
    const relayPoint = aRelayPoint()

    const home = toRecipient({ delivery: anAddress({ mobile: '' }), relayPoint }, false)
    const none = toRecipient({ delivery: null, relayPoint }, false)
    const overseas = toRecipient({ delivery: anAddress({ postcode: '97400' }), relayPoint }, false)

    expect(home).toMatchObject({
      recipient: { lastName: 'Lefebvre', postcode: '59800', lines: ['12 rue des Tilleuls'] },
    })
    expect(overseas).toMatchObject({ recipient: { postcode: '59000' } })
    expect(none).toMatchObject({
      recipient: { lastName: 'Lefebvre', postcode: '59000', lines: ['Tabac de la Gare', '3 place de la Gare'] },
    })
  })
})
