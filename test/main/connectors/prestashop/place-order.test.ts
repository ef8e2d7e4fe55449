import { describe, expect, it } from 'vitest'
import { anAddress } from '../../../helpers/an-order.ts'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { openShop } from './a-shop.ts'

describe('an order placed in PrestaShop', () => {
  it('is paid, invoiced once and in the state of remote payments', async () => {
    const shop = await openShop()

    const placed = await shop.backOffice.placeOrder(anOrderToPlace())

    expect(placed).toEqual({
      ...{ backOfficeRef: '1', reference: 'RKT-214001', url: null, state: 'open', totalCents: 1689, postcode: '59800' },
      ...{ number: expect.stringMatching(/^[A-Z]{9}$/), lines: [{ sku: 'MUG-BLUE', quantity: 1 }] },
    })
    expect(shop.only('orders')).toMatchObject({ current_state: 11, payment: 'Rakuten RKT-214001', valid: '1' })
    expect(shop.only('order_invoices')).toMatchObject({
      total_paid_tax_incl: '16.890000',
      total_paid_tax_excl: '14.070000',
    })
    expect(shop.only('order_payments')).toMatchObject({ amount: '16.890000', payment_method: 'Rakuten RKT-214001' })
    expect(shop.rows('order_histories')).toHaveLength(1)
  })

  it('goes to a guest whom no mail can reach, and the shop never learns the buyer’s address', async () => {
    const shop = await openShop()

    await shop.backOffice.placeOrder(anOrderToPlace())

    expect(shop.only('customers')).toMatchObject({ email: 'rkt-214001@orders.invalid', is_guest: '1', newsletter: '0' })
    expect(shop.simulator.mails.map(({ to }) => to)).toEqual(['rkt-214001@orders.invalid', 'rkt-214001@orders.invalid'])
    expect(JSON.stringify(shop.sent(''))).not.toContain('elodie.lefebvre@example.fr')
  })

  it('keeps the buyer’s delivery mode and name at the marketplace in the internal note', async () => {
    const shop = await openShop()

    await shop.backOffice.placeOrder(anOrderToPlace())

    expect(shop.only('orders')['note']).toBe('Rakuten RKT-214001 · Suivi · elodie59')
  })

  it('survives markup, quotes, emoji and the end of a CDATA section in what the buyer wrote', async () => {
    const shop = await openShop()
    const delivery = anAddress({
      ...{ firstName: '<b>Zoé</b> 🐈', lastName: 'O’Neill & "Fils" (2)', city: 'L’Île]]>d’Yeu' },
      ...{ address1: '12, rue « du Port » ; bât. B/3', address2: 'chez\r\nM. Œ\u202e' },
    })

    const { notes } = await shop.backOffice.placeOrder(anOrderToPlace({ delivery, buyerLogin: ']]><script>' }))

    expect(shop.rows('addresses')[0]).toMatchObject({
      ...{ firstname: 'b Zoé b 🐈', lastname: 'O’Neill & Fils', city: 'L’Île]] d’Yeu' },
      ...{ address1: '12, rue « du Port » ; bât. B/3', address2: 'chez M. Œ\u202e' },
    })
    expect(notes).toEqual([expect.stringContaining('left out')])
    expect(shop.only('orders')['note']).toBe('Rakuten RKT-214001 · Suivi · ]]><script>')
  })

  it('is refused in the shop’s own words when it refuses a field', async () => {
    const shop = await openShop()
    // Stricter than PrestaShop as it is known.
    shop.wire?.spoil('busy', () => false)

    await expect(
      shop.reconnect({ paymentModule: 'a<b' }).placeOrder(anOrderToPlace({ reference: 'RKT-<1>' })),
    ).rejects.toMatchObject({
      ...{ kind: 'refused', outcome: 'not-done', message: expect.stringContaining('payment is not valid') },
    })
  })

  it('is in doubt once it stands there, even if a later call was certainly not done', async () => {
    const shop = await openShop()
    shop.wire?.spoil('firewall', ({ method }) => method === 'PATCH')

    await expect(shop.backOffice.placeOrder(anOrderToPlace())).rejects.toMatchObject({
      ...{ kind: 'unreachable', outcome: 'unknown' },
    })
  })
})
