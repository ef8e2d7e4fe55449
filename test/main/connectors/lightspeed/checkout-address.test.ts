import { describe, expect, it } from 'vitest'
import {
  homeAddress,
  relayAddress,
  withNumberApart,
} from '../../../../src/main/connectors/lightspeed/checkout-address.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { aRelayPoint } from '../../../helpers/an-order-to-place.ts'

describe('an address for a checkout', () => {
  it('keeps the street in one line, in both spellings of the addition', () => {
    expect(homeAddress(anAddress({ address2: 'Bâtiment C' }))).toEqual({
      ...{ name: 'Élodie Lefebvre', address1: '12 rue des Tilleuls', address2: 'Bâtiment C' },
      ...{ number: '', extention: '', extension: '', zipcode: '59800', city: 'Lille', region: '', country: 'fr' },
    })
  })

  it('takes the second line where the first is empty', () => {
    expect(homeAddress(anAddress({ address1: '', address2: 'Le Bourg' }))).toMatchObject({
      ...{ address1: 'Le Bourg', address2: '' },
    })
  })

  it('goes to the relay point in the buyer’s name, with its number where people see it', () => {
    const delivery = anAddress({ firstName: 'Ana', lastName: 'Petit' })

    expect(relayAddress(aRelayPoint({ firstName: '', lastName: '' }), delivery)).toMatchObject({
      ...{ name: 'Ana Petit', address1: '3 place de la Gare', address2: 'Point relais FR-012345 Tabac de la Gare' },
      ...{ zipcode: '59000', country: 'fr' },
    })
  })
})

describe('a house number of its own', () => {
  it.each([
    ['12 rue des Tilleuls', '12', 'rue des Tilleuls'],
    ["18 bis rue de l'Église", '18 bis', "rue de l'Église"],
    ['7B, avenue Foch', '7B', 'avenue Foch'],
    ['3, place de la Gare', '3', 'place de la Gare'],
    ['Hauptstraße 12a', '12a', 'Hauptstraße'],
    ['4 allée du 8 Mai 1945', '4', 'allée du 8 Mai 1945'],
  ])('is taken out of %j', (line, number, street) => {
    expect(withNumberApart(homeAddress(anAddress({ address1: line })))).toMatchObject({ number, address1: street })
  })

  it.each(['Le Bourg', 'Lieu-dit La Fontaine', '12'])('is not made up for %j', (line) => {
    expect(withNumberApart(homeAddress(anAddress({ address1: line })))).toBeNull()
  })
})
