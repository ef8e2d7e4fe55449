import { describe, expect, it } from 'vitest'
import { buyerName, deliveryAddress } from '../../../src/main/domain/address.ts'
import { aBuyer, anAddress } from '../../helpers/an-order.ts'
import { aRelayPoint } from '../../helpers/an-order-to-place.ts'

const corrected = anAddress({ address1: '12 bis' })
const delivery = anAddress({ address1: '12' })
const billing = anAddress({ address1: '1' })

describe('deliveryAddress', () => {
  it("is the seller's correction, where there is one", () => {
    expect(deliveryAddress(aBuyer({ corrected, delivery, billing }))).toBe(corrected)
  })

  it('is the delivery address otherwise', () => {
    expect(deliveryAddress(aBuyer({ delivery, billing }))).toBe(delivery)
  })

  it('is the billing address where the label is prepaid and nothing else is told', () => {
    expect(deliveryAddress(aBuyer({ delivery: null, billing }))).toBe(billing)
  })

  it('is nothing when no address came', () => {
    expect(deliveryAddress(aBuyer({ delivery: null, billing: null }))).toBeNull()
  })
})

describe('buyerName', () => {
  it('says the first name first', () => {
    expect(buyerName(aBuyer({ delivery: anAddress({ firstName: 'Élodie', lastName: 'Lefebvre' }) }))).toBe(
      'Élodie Lefebvre',
    )
  })

  it('leaves no blank for a name that is missing', () => {
    expect(buyerName(aBuyer({ delivery: anAddress({ firstName: '', lastName: 'Lefebvre' }) }))).toBe('Lefebvre')
  })

  it('is taken from the relay point when no address came', () => {
    const relayPoint = aRelayPoint({ firstName: 'Ada', lastName: 'Essai' })

    expect(buyerName(aBuyer({ delivery: null, billing: null, relayPoint }))).toBe('Ada Essai')
  })

  it('is the login when nobody is named', () => {
    expect(buyerName(aBuyer({ login: 'elodie59', delivery: null, billing: null }))).toBe('elodie59')
    expect(buyerName(aBuyer({ login: 'elodie59', delivery: anAddress({ firstName: '', lastName: '' }) }))).toBe(
      'elodie59',
    )
  })
})
