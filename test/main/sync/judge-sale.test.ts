import { describe, expect, it } from 'vitest'
import type { DeliveryMethod } from '../../../src/main/domain/delivery-mode.ts'
import type { Item } from '../../../src/main/domain/item.ts'
import { judgeSale } from '../../../src/main/sync/judge-sale.ts'
import { anItem } from '../../helpers/an-order.ts'

const methods: readonly DeliveryMethod[] = [{ id: 'home', title: 'Home', serves: ['standard'] }]
const rules = { importFrom: null, deliveryModes: {} }

const aSale = (deliveryMode = 'Suivi', items: readonly Item[] = [anItem()]) => ({
  purchasedAt: '2026-11-18T22:59:00.000Z',
  ...{ deliveryMode, items },
})
const [theirs, cancelled] = [anItem({ status: 'not-ours' }), anItem({ status: 'cancelled' })]

describe('judgeSale', () => {
  it('lets in what can be sent', () => {
    expect(judgeSale(aSale(), rules, methods)).toBeNull()
  })

  for (const mode of ['Retrait chez le vendeur', 'RETRAIT  CHEZ LE VENDEUR ', 'retrait chez le véndeur'])
    it(`leaves out in-store pickup, written "${mode}", even when somebody mapped it`, () => {
      const mapped = { ...rules, deliveryModes: { 'Retrait chez le vendeur': 'home' } }

      expect(judgeSale(aSale(mode), mapped, methods)).toBe('in-store-pickup')
    })

  it('leaves out a mode that is set to Not available, and one that is so by default', () => {
    const closed = { ...rules, deliveryModes: { SUIVI: null } }

    expect([judgeSale(aSale('Suivi'), closed, methods), judgeSale(aSale('Chronopost'), rules, methods)]).toEqual([
      'mode-not-available',
      'mode-not-available',
    ])
  })

  it('leaves out a mode nobody mapped, and one no method of the back office serves', () => {
    expect([
      judgeSale(aSale('Livraison en casier'), rules, methods),
      judgeSale(aSale('Express'), rules, methods),
    ]).toEqual(['mode-not-mapped', 'mode-not-mapped'])
  })

  it('judges the mode later when the back office did not answer, and everything else at once', () => {
    expect(judgeSale(aSale('Livraison en casier'), rules, null)).toBeNull()
    expect(judgeSale(aSale('Suivi', [cancelled]), rules, null)).toBe('cancelled')
    expect(judgeSale(aSale('Retrait chez le vendeur'), rules, null)).toBe('in-store-pickup')
  })

  it("leaves out what Rakuten's own logistics ship, but not a purchase they ship in part", () => {
    expect(judgeSale(aSale('Suivi', [theirs]), rules, methods)).toBe('rakuten-logistics')
    expect(judgeSale(aSale('Suivi', [theirs, anItem()]), rules, methods)).toBeNull()
  })

  it('leaves out what was cancelled when first seen, but not a purchase that was cancelled in part', () => {
    expect(judgeSale(aSale('Suivi', [theirs, cancelled]), rules, methods)).toBe('cancelled')
    expect(judgeSale(aSale('Suivi', [cancelled, anItem()]), rules, methods)).toBeNull()
  })

  it('counts the start date by the days of Paris', () => {
    const from = (importFrom: string) => judgeSale(aSale(), { ...rules, importFrom }, methods)

    expect([from('2026-11-18'), from('2026-11-19')]).toEqual([null, 'before-start-date'])
  })
})
