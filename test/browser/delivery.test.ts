import { expect, it } from 'vitest'
import { aSeller } from './stage/a-seller.ts'
import { openConnected, UNMAPPED_MODE } from './stage/connected.ts'
import { openWindow, photograph } from './stage/open-window.ts'

it('maps a new delivery mode and brings its orders back', async () => {
  const { navette, rakuten, web } = await openConnected()
  const buy = (): string =>
    rakuten.world.buy({ items: [{ sku: 'TORCHON-LIN', priceCents: 990 }], deliveryMode: UNMAPPED_MODE })
  const references = [buy(), buy()]
  await navette.engine.sync()
  const page = await openWindow(web.keyAddress)
  const seller = aSeller(page)
  await seller.goTo('Delivery')

  const mode = page.getByRole('row', { name: UNMAPPED_MODE })
  const bringBack = mode.getByRole('button', { name: 'Bring back 2 orders' })
  expect(await bringBack.getAttribute('title')).toBe('Choose a method first.')
  await mode.getByRole('combobox').selectOption('Home delivery')
  await seller.notices.getByText(`${UNMAPPED_MODE} goes with Home delivery.`).waitFor()
  await bringBack.click()
  await seller.notices.getByText('2 of 2 are back.').waitFor()
  await photograph(page, 'delivery mapped')

  await seller.goTo('Orders')
  await seller.tab('Not shipped').click()
  for (const reference of references) await seller.row(reference).waitFor()
})

it('says of any number who carries it, among the carriers that are ticked and one of the seller’s own', async () => {
  const { web } = await openConnected()
  const page = await openWindow(web.keyAddress)
  const seller = aSeller(page)
  await seller.goTo('Delivery')
  const tried = page.getByRole('region', { name: 'Try a code' })
  const carriers = page.getByRole('region', { name: 'Carriers' })

  await page.getByRole('button', { name: /^All \d+ carriers/ }).click()
  await carriers.getByRole('checkbox', { name: 'Colissimo (La Poste)' }).click()
  await page.getByRole('button', { name: 'Only the ticked ones' }).click()
  await carriers.getByRole('row', { name: /Colissimo \(La Poste\)/ }).waitFor()
  await tried.getByLabel('Tracking number').fill('6A62957360897')
  await tried.getByText('Colissimo (La Poste)').waitFor()
  await tried.getByRole('link', { name: /laposte\.fr/ }).waitFor()
  await photograph(page, 'delivery code tried')

  await page.getByRole('button', { name: 'Add a carrier' }).click()
  await seller.dialog.getByLabel('Name').fill('Coursier du Lac')
  await seller.dialog.getByLabel('Tracking link').fill('http://coursier.example')
  await seller.dialog.getByRole('button', { name: 'Add' }).click()
  await seller.dialog.getByText('A tracking link starts with https://').waitFor()
  await seller.dialog.getByLabel('Tracking link').fill('https://coursier.example/{trackingNumber}')
  await seller.dialog.getByRole('button', { name: 'Add' }).click()
  await carriers.getByRole('row', { name: /Coursier du Lac/ }).waitFor()
  await tried.getByLabel('Tracking number').fill('LAC202677')
  await tried.getByLabel('Name given by the shop').fill('Coursier du Lac')
  await tried.getByRole('link', { name: 'https://coursier.example/LAC202677' }).waitFor()
  await tried.getByText('Autre').waitFor()

  await tried.getByLabel('Name given by the shop').fill('')
  await tried.getByLabel('Tracking number').fill('??')
  await tried.getByText('No carrier fits this number').waitFor()
})
