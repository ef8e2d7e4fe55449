import { describe, expect, it } from 'vitest'
import { billingFields, deliveryFields } from '../../../../src/main/connectors/prestashop/postal-fields.ts'
import { anAddress } from '../../../helpers/an-order.ts'
import { aRelayPoint } from '../../../helpers/an-order-to-place.ts'

describe('postal fields', () => {
  it.each([
    ['J.P. d’Aÿ-Œuvre', 'J. P. d’Aÿ-Œuvre'],
    ['Anne (Mme) 2', 'Anne Mme'],
    ['Dupont & Fils', 'Dupont & Fils'],
    ['M.', 'M.'],
    ['李小龙 🐈', '李小龙 🐈'],
    ['...', '-'],
    ['', '-'],
  ])('write the name %j as %j', (lastName, expected) => {
    expect(deliveryFields(anAddress({ lastName }), null).written['lastname']).toBe(expected)
  })

  it.each([
    ['+33 (0)6.12-34/56', '+33 (0)6.12-34/56'],
    ['06 12 34 56 78 le soir', '06 12 34 56 78'],
    ['demander', ''],
    ['0'.repeat(33), ''],
  ])('write the phone %j as %j', (phone, expected) => {
    expect(billingFields(anAddress({ phone })).written['phone']).toBe(expected)
  })

  it('take the second line for the street where the first is empty, and keep the province', () => {
    const { written } = billingFields(anAddress({ address1: '', address2: '5 quai', state: 'Galicia' }))

    expect(written).toMatchObject({ address1: '5 quai', address2: '', other: 'Galicia' })
  })

  it('take the buyer’s name where the relay point has none', () => {
    const { written } = deliveryFields(anAddress(), aRelayPoint({ firstName: '', lastName: '', address: '' }))

    expect(written).toMatchObject({ lastname: 'Lefebvre', firstname: 'Élodie', address1: 'Tabac de la Gare' })
  })

  it('say when something was left out, and not when only blanks went', () => {
    expect(billingFields(anAddress({ city: 'Lille  Sud ' })).isCleaned).toBe(false)
    expect(billingFields(anAddress({ city: 'Lille #2' })).isCleaned).toBe(true)
  })
})
