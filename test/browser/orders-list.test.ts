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
