import { expect, it } from 'vitest'
import { aSeller } from './stage/a-seller.ts'
import { openConnected } from './stage/connected.ts'
import { openWindow, photograph } from './stage/open-window.ts'
import { soon } from './stage/soon.ts'

const FILES_AN_HOUR = 10

it('asks before the first file, tells both sides’ difference on demand, and says when the hour is used up', async () => {
  const { navette, clock, rakuten, count, web, connectionId } = await openConnected()
  const { engine } = navette
  count('BOL-GRES-BLEU', 20)
  count('MOULIN-POIVRE', 0)
  await engine.sync()
  const page = await openWindow(web.keyAddress)
  const seller = aSeller(page)
  await seller.goTo('Stock')
  const difference = page.getByRole('complementary', { name: 'Dry run' })
  const told = (sku: string) => rakuten.ledger().skus[sku]?.told.map(({ quantity }) => quantity)

  // The first file waits for a yes, which is given on its difference.
  await page.getByRole('button', { name: 'Look at the difference' }).click()
  await difference.getByText('2 SKUs would change.').waitFor()
  await difference.getByText('from 24 to 20').waitFor({ state: 'attached' })
  await photograph(page, 'stock difference')
  expect(rakuten.ledger().stockFiles).toBe(0)
  await page.getByRole('button', { name: 'It is right: send it' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('1 sold out, 1 fewer, 0 more.').waitFor()
  await dialog.getByRole('button', { name: 'It is right: send it' }).click()
  await seller.notices.getByText(/^2 SKUs were told/).waitFor()
  expect(await difference.count()).toBe(0)

  // Rakuten's report settles each SKU.
  await seller.row('BOL-GRES-BLEU').getByText('Pending').waitFor()
  await seller.wait(clock, 6)
  await seller.syncNow()
  await seller.row('BOL-GRES-BLEU').getByText('Sent').waitFor()
  expect([told('BOL-GRES-BLEU'), told('MOULIN-POIVRE')]).toEqual([[20], [0]])

  // A reload in the middle changes nothing. A dry run sends nothing; Sync stock now sends at once.
  await page.reload()
  count('MOULIN-POIVRE', 2)
  await page.getByRole('button', { name: 'Dry run' }).click()
  await difference.getByText('from 0 to 2').waitFor({ state: 'attached' })
  expect(rakuten.ledger().stockFiles).toBe(1)
  await difference.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Sync stock now' }).click()
  await seller.notices.getByText(/^One SKU was told/).waitFor()
  expect(rakuten.ledger().stockFiles).toBe(2)

  // Ten files an hour, and no eleventh.
  for (let file = 3; file <= FILES_AN_HOUR; file += 1) {
    count('MOULIN-POIVRE', file)
    await engine.syncStockNow(connectionId)
  }
  await page.reload()
  await page.getByText('10 of 10').waitFor()
  await page.getByRole('button', { name: /^Next slot \d\d:\d\d/ }).waitFor()
  await photograph(page, 'stock hour used up')
  expect(rakuten.ledger().stockFiles).toBe(FILES_AN_HOUR)
})

it('tells Rakuten nothing while it is switched off, and goes on once it is on again', async () => {
  const { navette, rakuten, count, web } = await openConnected()
  await navette.engine.sync()
  const page = await openWindow(web.keyAddress)
  const seller = aSeller(page)
  await seller.goTo('Stock')
  const updates = page.getByRole('switch', { name: 'Stock updates' })

  await updates.click()
  await seller.notices.getByText('Stock updates of Rakuten are off.').waitFor()
  count('BOL-GRES-BLEU', 0)
  await seller.syncNow()
  expect(rakuten.ledger().stockFiles).toBe(0)
  const syncNow = page.getByRole('button', { name: 'Sync stock now' })
  expect(await syncNow.getAttribute('title')).toBe('Rakuten keeps the quantities it has. Nothing is sent.')
  await syncNow.click({ force: true })
  await photograph(page, 'stock off')
  expect(rakuten.ledger().stockFiles).toBe(0)

  await updates.click()
  await seller.notices.getByText('Stock updates of Rakuten are on.').waitFor()
  await page.getByRole('button', { name: 'Dry run' }).click()
  await page.getByRole('button', { name: 'Send this one' }).click()
  await soon(() => rakuten.ledger().stockFiles).toBe(1)
})
