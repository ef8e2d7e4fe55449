import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aSeller } from './stage/a-seller.ts'
import { openConnected } from './stage/connected.ts'
import { openWindow } from './stage/open-window.ts'

it('finds an order by number, buyer, SKU and tracking number, and saves what is shown as CSV', async () => {
  const { navette, rakuten, pc, web } = await openConnected()
  const buy = (sku: string, lastName: string): string =>
    rakuten.world.buy({ items: [{ sku, priceCents: 1500 }], buyer: { lastName } })
  const bowl = buy('BOL-GRES-BLEU', 'Pamplemousse')
  const carafe = buy('CARAFE-VERRE', 'Tournesol')
  await navette.engine.sync()
  pc.orders.ship(`RKT-${bowl}`, { carrierName: 'Colissimo', trackingNumber: '6A62957360897' })
  await navette.engine.sync()
  const page = await openWindow(web.keyAddress)
  const seller = aSeller(page)
  const search = page.getByRole('textbox', { name: 'Number, buyer, SKU, tracking' })

  for (const [words, reference] of [
    [carafe, carafe],
    ['pamplemou', bowl],
    ['carafe-v', carafe],
    ['6A6295736', bowl],
  ] as const) {
    await search.fill(words)
    await page.getByText(`1 order matches “${words}”`).waitFor()
    expect(await seller.row(reference).count()).toBe(1)
  }

  await search.fill('')
  await seller.tab('Shipped').click()
  await seller.row(bowl).waitFor()
  expect(await seller.row(carafe).count()).toBe(0)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split(/\r?\n/)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(new RegExp(`${bowl}.*6A62957360897`))
})

it('narrows the list, keeps it as a tab of one’s own beyond a reload, and retries what is ticked there', async () => {
  const { navette, rakuten, web } = await openConnected()
  const buy = (sku: string, deliveryMode: string): string =>
    rakuten.world.buy({ items: [{ sku, priceCents: 1500 }], deliveryMode })
  const tracked = buy('BOL-GRES-BLEU', 'Suivi')
  const unknown = buy('TASSE-ROSE', 'Suivi')
  buy('CARAFE-VERRE', 'Normal')
  await navette.engine.sync()
  const page = await openWindow(web.keyAddress)
  const seller = aSeller(page)
  await seller.tab('All').click()

  await page.getByRole('button', { name: 'Filter' }).click()
  await page.getByLabel('Delivery mode').selectOption('Suivi (2)')
  await page.getByText('2 of 3 orders').waitFor()
  await page.getByRole('button', { name: 'Save this view' }).click()
  await seller.dialog.getByLabel('Name').fill('Tracked')
  await seller.dialog.getByRole('button', { name: 'Save the view' }).click()
  await page.getByRole('tab', { name: 'Tracked 2', selected: true }).waitFor()
  await page.reload()
  await page.getByRole('tab', { name: 'Tracked 2' }).click()
  await page.keyboard.press('Escape')

  await page.getByRole('checkbox', { name: 'Tick all shown' }).click()
  await page.getByRole('button', { name: 'Retry', exact: true }).click()
  const results = page.getByRole('list', { name: 'What became of each order' })
  expect((await results.getByRole('button').allTextContents()).toSorted()).toEqual([tracked, unknown].toSorted())
})
