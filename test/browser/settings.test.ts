import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { aSeller } from './stage/a-seller.ts'
import { openConnected } from './stage/connected.ts'
import { openHost } from './stage/open-host.ts'
import { openWindow, photograph } from './stage/open-window.ts'
import { soon } from './stage/soon.ts'

it('keeps theme, density and interval at once and for the next window', async () => {
  const { web, navette } = await openHost()
  const page = await openWindow(web.keyAddress)
  const seller = aSeller(page)
  const root = page.locator('html')
  await seller.goTo('Settings')

  await page.getByRole('radio', { name: 'Dark' }).click()
  await page.getByRole('radio', { name: 'Compact' }).click()
  await page.getByLabel('Look for new orders').selectOption('Every 15 minutes')
  await soon(() => navette.answer('settings:get', undefined)).toMatchObject({
    value: { theme: 'dark', density: 'compact', intervalMinutes: 15 },
  })
  await page.reload()

  await soon(() => root.getAttribute('data-theme')).toBe('dark')
  expect(await root.getAttribute('data-density')).toBe('compact')
  expect(await page.getByLabel('Look for new orders').inputValue()).toBe('15')
  expect(await page.evaluate('getComputedStyle(document.body).colorScheme')).toContain('dark')
})

it('speaks every language it offers, and remembers the one that was chosen', async () => {
  const { web } = await openHost()
  const page = await openWindow(web.keyAddress)
  const seller = aSeller(page)
  await seller.goTo('Settings')
  const language = page.locator('select').first()
  const offered = await language
    .locator('option')
    .evaluateAll((options) => options.map((one) => one.getAttribute('value')))

  for (const code of offered.filter((one) => one !== 'system')) {
    await language.selectOption(code)
    await soon(() => page.locator('html').getAttribute('lang')).toBe(code)
    const heading = await page.getByRole('heading', { level: 1 }).textContent()
    expect({ code, heading }).toEqual({
      code,
      heading: { en: 'Settings', fr: 'Réglages', de: 'Einstellungen' }[code ?? ''],
    })
    expect(await page.locator('body').textContent()).not.toMatch(/\b(settings|orders|do)\.[a-z]+/i)
  }
  await page.reload()
  await soon(() => page.locator('html').getAttribute('lang')).toBe(offered.at(-1) === 'system' ? 'en' : offered.at(-1))
})

it('hands a buyer’s data over, and erases it where it may', async () => {
  const { navette, rakuten, web } = await openConnected()
  const { world } = rakuten
  const buy = (lastName: string): string =>
    world.buy({
      items: [{ sku: 'TORCHON-LIN', priceCents: 990 }],
      deliveryMode: 'Retrait chez le vendeur',
      buyer: { lastName },
    })
  const hers = buy('Pamplemousse')
  buy('Tournesol')
  await navette.engine.sync()
  const page = await openWindow(web.keyAddress)
  const seller = aSeller(page)
  const { dialog } = seller
  await seller.goTo('Settings')
  await page.getByRole('button', { name: 'Find a buyer' }).click()
  await dialog.getByLabel('Name, login, e-mail or phone').fill('pamplemousse')
  await dialog.getByRole('button', { name: 'Find', exact: true }).click()
  await dialog.getByText('1 order bears these words').waitFor()
  await photograph(page, 'a buyer found')

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Export' }).click(),
  ])
  expect(await readFile(await download.path(), 'utf8')).toContain('Pamplemousse')

  await dialog.getByRole('button', { name: 'Erase the buyer of 1 order' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Erase the buyer of 1 order' }).click()
  await seller.notices.getByText('The buyer of 1 order is erased.').waitFor()
  await dialog.getByText('Nothing is kept about “pamplemousse”.').waitFor()
  await page.keyboard.press('Escape')
  await seller.open(hers)
  await seller.panel.getByText(/^Erased on /).waitFor()
  expect(await page.content()).not.toContain('Pamplemousse')
})
