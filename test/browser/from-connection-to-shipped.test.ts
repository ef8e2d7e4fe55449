import { expect, it } from 'vitest'
import { aSeller } from './stage/a-seller.ts'
import { openRakuten } from './stage/connected.ts'
import { openHost } from './stage/open-host.ts'
import { openWindow, photograph } from './stage/open-window.ts'
import { soon } from './stage/soon.ts'

const TOKEN = 'canary-4711-token'

const WRONG_CATALOGUE = `sku;title;stock
BOL-GRES-BLEU;Bol en grès bleu;24
TORCHON-LIN;Torchon en lin lavé;eighty
`
const CATALOGUE = `sku;title;stock
BOL-GRES-BLEU;Bol en grès bleu;24
TORCHON-LIN;Torchon en lin lavé;80
`

it('leads from the printed address over a connection and a catalogue to a shipped order', async () => {
  const host = await openHost()
  const rakuten = await openRakuten(host, { token: TOKEN })
  const page = await openWindow(host.web.keyAddress)
  const seller = aSeller(page)
  const { dialog, panel } = seller
  const connect = dialog.getByRole('button', { name: 'Connect and start' })

  // An e-mail address for a login, then a wrong token: named where they are, and nothing is kept.
  await seller.goTo('Connections')
  await page.getByRole('button', { name: 'Connect my account' }).click()
  await dialog.getByLabel('Login').fill('zoe@example.com')
  await dialog.getByLabel('Token').fill('not-the-token')
  await dialog.getByLabel(/^Address/).fill(rakuten.baseUrl)
  await connect.click()
  await dialog.getByText('Rakuten wants the account name from your user banner').waitFor()
  expect(rakuten.calls).toEqual([])

  await dialog.getByLabel('Login').fill(rakuten.login)
  await connect.click()
  await dialog.getByText('The test failed, so it was not kept.').waitFor()
  const checks = await dialog.getByRole('listitem').allTextContents()
  expect(checks).toMatchObject(
    [/^Reachable/, /^Login and token/, /^Professional rights/, /^Time of this PC/].map((name) =>
      expect.stringMatching(name),
    ),
  )
  expect(host.navette.repositories.connections.list()).toEqual([])
  expect(host.navette.repositories.backOffices.list()).toEqual([])

  await dialog.getByLabel('Token').fill(TOKEN)
  await connect.click()
  await seller.notices.getByText('Rakuten runs. Its first cycle has begun.').waitFor()

  // A catalogue with a word for a number names the cell; the right one is imported whole.
  await seller.goTo('Products')
  await page.getByRole('button', { name: 'Import CSV' }).click()
  await seller.give(dialog.locator('input[type=file]'), 'catalogue.csv', WRONG_CATALOGUE)
  await dialog.getByRole('row', { name: /^3 stock/ }).waitFor()
  await photograph(page, 'import with an error')
  await seller.give(dialog.locator('input[type=file]'), 'catalogue.csv', CATALOGUE)
  await dialog.getByRole('button', { name: 'Import 2 products' }).click()
  await seller.notices.getByText('2 added').waitFor()

  // Orders arrive with the next cycle, and leave with a carrier and a number.
  const bowls = { sku: 'BOL-GRES-BLEU', priceCents: 1490 }
  const reference = rakuten.world.buy({ items: [bowls, bowls], deliveryMode: 'Suivi', shippingCents: 590 })
  await seller.goTo('Orders')
  await seller.syncNow()
  await soon(seller.counts).toMatchObject({ 'To do': 0, 'Not shipped': 1, All: 1 })

  await seller.open(reference)
  await photograph(page, 'an order to ship')
  await panel.getByLabel('Tracking number').fill('6A62957360897')
  await panel.getByLabel('Carrier').selectOption('Colissimo (La Poste)')
  await panel.getByRole('button', { name: 'Ship', exact: true }).click()
  await seller.notices.getByText(`RKT-${reference} left with Colissimo (La Poste).`).waitFor()
  await seller.syncNow()

  await soon(seller.counts).toMatchObject({ 'Not shipped': 0, Shipped: 1 })
  await panel.locator('.panel-bar').getByText('Shipped').waitFor()
  await photograph(page, 'an order shipped')
  const sent = { transporter: 'Colissimo', trackingNumber: '6A62957360897' }
  expect(rakuten.world.purchase(reference).items.map(({ shipments }) => shipments)).toMatchObject([[sent], [sent]])

  // The token that was typed is nowhere in the window, not even among the calls.
  await panel.getByText('Every call').click()
  const calls = panel.getByRole('list', { name: 'Timeline, newest first' })
  await calls.getByText('importitemshippingstatus').first().waitFor()
  for (const call of await calls.locator('details').all()) await call.locator('summary').click()
  expect(await calls.textContent()).toContain('pwd=••••')
  const everything = await page.evaluate(
    'document.documentElement.outerHTML + JSON.stringify([localStorage, sessionStorage])',
  )
  expect(everything).not.toContain(TOKEN)
})
