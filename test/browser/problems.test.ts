import { expect, it } from 'vitest'
import { aSeller } from './stage/a-seller.ts'
import { openConnected, UNMAPPED_MODE } from './stage/connected.ts'
import { openWindow, photograph } from './stage/open-window.ts'
import { soon } from './stage/soon.ts'

it('settles what holds an order back before it is accepted from the card in its panel', async () => {
  const { navette, rakuten, count, web } = await openConnected()
  const { world } = rakuten
  count('THEIERE-FONTE', 1)
  const unit = (sku: string) => ({ sku, priceCents: 1500 })
  const held = {
    sku: world.buy({ items: [unit('TASSE-ROSE')] }),
    offer: world.buy({ items: [{ ...unit('MOULIN-POIVRE'), nego: true, listedPriceCents: 2000 }] }),
    mode: world.buy({ items: [unit('TORCHON-LIN')], deliveryMode: UNMAPPED_MODE }),
    stock: world.buy({ items: [unit('THEIERE-FONTE'), unit('THEIERE-FONTE')] }),
    address: world.buy({ items: [unit('TORCHON-LIN')], buyer: { address1: '', lastName: 'Sansrue' } }),
  }
  await navette.engine.sync()
  const page = await openWindow(web.keyAddress)
  const seller = aSeller(page)
  const { panel } = seller
  const isPlaced = (): Promise<void> => panel.getByRole('heading', { name: 'Ship from this PC' }).waitFor()
  await soon(seller.counts).toMatchObject({ 'To do': 5, 'To accept': 4, Skipped: 1 })

  await seller.open(held.sku)
  await panel.getByLabel('SKU or title in This PC').fill('bol')
  await panel.getByRole('button', { name: /^BOL-GRES-BLEU/ }).click()
  await photograph(page, 'problem sku')
  await panel.getByRole('button', { name: 'Choose the product' }).click()
  await isPlaced()

  await seller.open(held.offer)
  await panel.getByRole('heading', { name: 'Buyer offers €15.00 instead of €20.00' }).waitFor()
  await panel.getByRole('button', { name: 'Accept €15.00' }).click()
  await isPlaced()

  await seller.open(held.mode)
  await panel.getByLabel('Method in This PC').selectOption('Home delivery')
  await panel.getByRole('button', { name: 'Choose the method' }).click()
  await isPlaced()

  await seller.open(held.stock)
  await panel.getByRole('button', { name: 'Accept 1, refuse 1' }).click()
  await photograph(page, 'problem stock asks')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Accept 1, refuse 1' }).click()
  await isPlaced()

  await seller.open(held.address)
  await panel.getByText('It says: The delivery address has no street. The order is held.').waitFor()
  await photograph(page, 'problem address')
  await panel.getByLabel('Address', { exact: true }).fill('4 rue Retrouvée')
  await panel.getByRole('button', { name: 'Correct the address' }).click()
  await isPlaced()

  await soon(seller.counts).toMatchObject({ 'To do': 0, 'To accept': 0, 'Not shipped': 5, Skipped: 0 })
  const { items } = rakuten.ledger()
  expect(Object.values(items).map(({ state, acceptCalls }) => [state, acceptCalls])).toEqual([
    ...Array.from({ length: 4 }, () => ['accepted', 1]),
    ['refused', 0],
    ['accepted', 1],
  ])
})

it('settles what keeps a parcel from being told: no code, no known carrier', async () => {
  const { navette, clock, rakuten, pc, web } = await openConnected()
  const buy = (sku: string): string => rakuten.world.buy({ items: [{ sku, priceCents: 1500 }], deliveryMode: 'Suivi' })
  const withoutCode = buy('PLANCHE-HETRE')
  const withoutCarrier = buy('CARAFE-VERRE')
  await navette.engine.sync()
  pc.orders.ship(`RKT-${withoutCode}`, { carrierName: null, trackingNumber: null })
  pc.orders.ship(`RKT-${withoutCarrier}`, { carrierName: 'Coursier du Lac', trackingNumber: 'LAC202677' })
  await navette.engine.sync()
  const page = await openWindow(web.keyAddress)
  const seller = aSeller(page)
  const { panel } = seller
  await soon(seller.counts).toMatchObject({ 'To do': 1, Waiting: 1, Shipped: 1 })

  await seller.open(withoutCarrier)
  await panel.getByRole('heading', { name: 'No carrier called “Coursier du Lac”' }).waitFor()
  await panel.getByRole('button', { name: 'Add a tracking link' }).click()
  await panel.getByRole('button', { name: 'Add a tracking link' }).click()
  await panel.getByText('A tracking link starts with https:// and holds {trackingNumber}.').waitFor()
  await panel.getByLabel('Tracking link').fill('https://suivi.coursier.example/{trackingNumber}')
  await photograph(page, 'problem carrier')
  await panel.getByRole('button', { name: 'Add a tracking link' }).click()
  await panel.getByText(/^Order \d+ is now/).waitFor()

  await seller.open(withoutCode)
  await seller
    .row(withoutCode)
    .getByText(/Code needed in (2 h 59|3 h 00)/)
    .waitFor()
  await seller.wait(clock, 181)
  await seller.syncNow()
  await panel.getByRole('heading', { name: 'Rakuten needs a tracking code for this order' }).waitFor()
  await panel.getByLabel('Tracking number').fill('8K00009775862')
  await panel.getByText('Colissimo (La Poste), by its shape and check digit.').waitFor()
  await photograph(page, 'problem tracking required')
  await panel.getByRole('button', { name: 'Send tracking' }).click()
  await panel.getByText(/^Order \d+ is now/).waitFor()
  await seller.syncNow()

  await soon(seller.counts).toMatchObject({ 'To do': 0, Waiting: 0, Shipped: 2 })
  const shipmentOf = (reference: string) =>
    rakuten.world.purchase(reference).items.flatMap(({ shipments }) => shipments)
  expect(shipmentOf(withoutCarrier)).toMatchObject([
    { transporter: 'Autre', trackingNumber: 'LAC202677', trackingUrl: 'https://suivi.coursier.example/LAC202677' },
  ])
  expect(shipmentOf(withoutCode)).toMatchObject([{ transporter: 'Colissimo', trackingNumber: '8K00009775862' }])
})
