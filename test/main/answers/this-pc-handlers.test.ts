import { describe, expect, it } from 'vitest'
import { createThisPc } from '../../../src/main/connectors/this-pc/index.ts'
import { anAddress } from '../../helpers/an-order.ts'
import { testAnswers } from '../../helpers/test-answers.ts'

const withThisPc = async () => {
  const test = testAnswers()
  const { id: backOfficeId } = await test.accounts.backOffices.add('this-pc', 'This PC', {})
  const product = { sku: 'MUG', ean: '3700000000017', title: 'Blue mug', stock: 3, safetyStock: 0, priceCents: 1290 }
  await test.ask.products.save({ backOfficeId, product, was: null })
  return { ...test, backOfficeId, product }
}

const base64 = (text: string, encoding: BufferEncoding = 'utf8'): string =>
  Buffer.from(text, encoding).toString('base64')

describe('the products of This PC', () => {
  it('take a scan by EAN', async () => {
    const { ask, backOfficeId } = await withThisPc()

    const reply = await ask.products.receive({ backOfficeId, code: '3700000000017', units: 2 })

    expect(reply).toMatchObject({ ok: true, value: { sku: 'MUG', stock: 5 } })
  })

  it('refuse a change of what somebody else changed meanwhile', async () => {
    const { ask, backOfficeId, product } = await withThisPc()
    await ask.products.receive({ backOfficeId, code: 'MUG', units: 2 })

    const reply = await ask.products.save({ backOfficeId, product: { ...product, stock: 9 }, was: product })

    expect(reply).toMatchObject({ ok: false, fault: { kind: 'stale' } })
  })

  it('name the field of a product that is wrong', async () => {
    const { ask, backOfficeId, product } = await withThisPc()

    const reply = await ask.products.save({ backOfficeId, product: { ...product, sku: 'NEW', stock: -1 }, was: null })

    expect(reply).toMatchObject({ ok: false, fault: { field: 'stock' } })
  })

  it('come from a CSV in either encoding, and are shown before anything is kept', async () => {
    const { ask, backOfficeId } = await withThisPc()
    const file = base64('sku;title;stock\r\nTH;Théière;4\r\n', 'latin1')

    const preview = await ask.products.previewCsv({ backOfficeId, file })
    const before = await ask.products.list({ backOfficeId, search: '', offset: 0, limit: 10 })
    const imported = await ask.products.importCsv({ backOfficeId, file })

    expect(preview).toMatchObject({
      ok: true,
      value: { total: 1, rows: [{ sku: 'TH', title: 'Théière' }], errors: [] },
    })
    expect(before).toMatchObject({ ok: true, value: { total: 1 } })
    expect(imported).toMatchObject({ ok: true, value: { added: 1, errors: [] } })
  })
})

describe('the orders of This PC', () => {
  it('are shipped, and reopened, by their reference', async () => {
    const { ask, backOfficeId, repositories, clock } = await withThisPc()
    const desk = createThisPc(repositories.records.scope(`back-office:${backOfficeId}`), clock)
    await desk.backOffice('sku').placeOrder({
      ...{ reference: 'RKT-1', purchasedAt: clock.nowIso(), shippingCents: 0, currency: 'EUR', buyerLogin: 'b' },
      ...{ email: 'b@example.fr', billing: null, delivery: anAddress(), relayPoint: null, methodId: null },
      lines: [{ sku: 'MUG', title: 'Blue mug', quantity: 1, priceCents: 1290 }],
      deliveryMode: 'Suivi',
    })
    const one = { backOfficeId, reference: 'RKT-1' }
    const parcel = { carrierName: 'Colissimo', trackingNumber: '8G45061126689', trackingUrl: null, contents: null }

    const shipped = await ask.officeOrders.ship({ ...one, ...parcel })
    const reopened = await ask.officeOrders.reopen(one)

    expect(shipped).toMatchObject({
      ok: true,
      value: { state: 'completed', parcels: [{ carrierName: 'Colissimo', trackingNumber: '8G45061126689' }] },
    })
    expect(reopened).toMatchObject({
      ok: true,
      value: { state: 'open', buyer: { delivery: { lastName: 'Lefebvre' } } },
    })
  })
})
