import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { MAPPED_TEMPLATE, QUESTIONS } from '../helpers/a-mapped-office.ts'
import { temporaryFolder } from '../helpers/temporary-folder.ts'
import { aSeller } from './stage/a-seller.ts'
import { openConnected } from './stage/connected.ts'
import { cutOffIn, violationsOf } from './stage/look-at.ts'
import { openWindow, photograph } from './stage/open-window.ts'
import { soon } from './stage/soon.ts'

// A back office that speaks to nobody, beside those there are: what is tried here are the screens around it.
vi.mock('../../src/main/connectors/registry.ts', async (original) => {
  const registry = await original<typeof import('../../src/main/connectors/registry.ts')>()
  const { mappedOffice } = await import('../helpers/a-mapped-office.ts')
  return { ...registry, backOffices: [...registry.backOffices, mappedOffice] }
})

const PRESET = 'Divide — via mapped back office'

/** A seller with one order, in front of the connections. */
const openSeller = async () => {
  const shop = await openConnected()
  const reference = shop.rakuten.world.buy({ items: [{ sku: 'TASSE-ROSE', priceCents: 1500 }], deliveryMode: 'Suivi' })
  await shop.navette.engine.sync()
  const page = await openWindow(shop.web.keyAddress)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const seller = aSeller(page)
  await seller.goTo('Connections')
  const { dialog } = seller
  return { ...shop, page, seller, dialog, reference, template: dialog.getByLabel('Template') }
}

const choosePreset = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Add a back office' }).click()
  await page.getByRole('dialog').getByLabel('Kind').selectOption(PRESET)
  await openText(page)
}

/** The text itself lies in a fold under its tables. */
const openText = (page: Page): Promise<void> => page.getByText('Template as a text').click()

/** What a dialog looks like in both themes, narrow and wide; and what is wrong with it. */
const lookAround = async (page: Page, name: string): Promise<readonly string[]> => {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    found.push(...(await violationsOf(page)).map((one) => `${name}, ${colorScheme}: ${one}`))
    for (const width of [900, 1400]) {
      await page.setViewportSize({ width, height: 900 })
      await photograph(page, `${name} ${colorScheme} ${width}`)
    }
  }
  await page.setViewportSize({ width: 320, height: 640 })
  await photograph(page, `${name} 320`)
  found.push(...(await cutOffIn(page)).map((one) => `${name}, 320: ${one}`))
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 1400, height: 900 })
  return found
}

const savedBy = async (page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

it('begins with a preset, says what to know of it, and copies the questions in the language they are sent in', {
  timeout: 60_000,
}, async () => {
  const { page, dialog, template } = await openSeller()
  const copied = (): Promise<string> => page.evaluate('navigator.clipboard.readText()')

  await choosePreset(page)
  await dialog.getByText('There is no public interface description for this platform.').waitFor()
  expect(await template.inputValue()).toBe(MAPPED_TEMPLATE)
  expect(await dialog.getByLabel('Name of the back office').inputValue()).toBe('Divide')
  await dialog.getByRole('button', { name: 'Questions for your shop builder' }).first().click()
  await dialog.getByText(/^Copied\./).waitFor()
  expect(await copied()).toBe(QUESTIONS.nl)
  await dialog.getByRole('radio', { name: 'English' }).click()
  await dialog.getByRole('button', { name: 'Questions for your shop builder' }).first().click()
  await soon(copied).toBe(QUESTIONS.en)

  expect(await lookAround(page, 'preset')).toEqual([])
})

it('shows what goes out for a real order, follows the template, and offers the words it saw', {
  timeout: 60_000,
}, async () => {
  const { page, dialog, template, reference, navette } = await openSeller()
  await choosePreset(page)
  const order = dialog.getByRole('article', { name: /^Order, written by/ })
  const states = dialog.getByRole('article', { name: 'States, read last' })

  await dialog.getByRole('button', { name: 'Preview' }).click()
  await order.getByText(`RKT-${reference}`).waitFor()
  await states.getByText(/Nobody said what “verzonden” means/).waitFor()
  await states.getByRole('cell', { name: 'PostNL' }).waitFor()
  expect(await lookAround(page, 'preview')).toEqual([])

  await template.fill(MAPPED_TEMPLATE.replace('Atelier', 'Werkplaats'))
  await dialog.getByRole('article', { name: 'Order, written by Werkplaats' }).waitFor()
  await template.fill('{')
  await dialog.getByRole('alert').getByText('The template is not JSON.').waitFor()
  await dialog.getByText('Template is no JSON as it stands').waitFor()
  expect(await lookAround(page, 'preview of a broken template')).toEqual([])
  await template.fill(MAPPED_TEMPLATE)

  await dialog.getByText('States', { exact: true }).click()
  await dialog.getByRole('button', { name: 'verzonden → Shipped' }).click()
  await states.getByRole('alert').waitFor({ state: 'detached' })
  await dialog.getByText('Carriers', { exact: true }).click()
  await dialog.getByRole('button', { name: 'PostNL' }).click()
  await dialog.getByLabel('Carrier, row 1').fill('PostNL')
  expect(JSON.parse(await template.inputValue())).toMatchObject({
    states: { nieuw: 'open', verzonden: 'shipped' },
    carriers: { PostNL: 'PostNL' },
  })
  // Nobody's blanks have changed.
  expect(await template.inputValue()).toContain('"note":   "written  by hand"')
  expect(await lookAround(page, 'tables')).toEqual([])

  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  const kept = navette.repositories.backOffices.byLabel('Divide')
  expect(kept?.settings['template']).toContain('"verzonden": "shipped"')
})

it('fills in what a file of theirs answers', async () => {
  const { page, dialog, template } = await openSeller()
  await choosePreset(page)
  const fields = dialog.locator('details').filter({ has: page.getByText('Fields of a state', { exact: true }) })

  const sample = 'Bestelnummer;Status;Trackingcode;Opmerking\n4711;verzonden;3SABC;\n'
  await fields.locator('input[type=file]').setInputFiles({
    ...{ name: 'shipments.csv', mimeType: 'text/csv', buffer: Buffer.from(sample) },
  })
  await fields.getByRole('button', { name: 'Status → State' }).click()
  await fields.getByRole('button', { name: 'Trackingcode → Tracking number' }).click()

  expect(JSON.parse(await template.inputValue())).toMatchObject({
    readOrders: { map: { ref: 'Bestelnummer', state: 'Status', trackingNumber: 'Trackingcode' } },
  })
  expect(await fields.getByRole('button', { name: /Opmerking/ }).count()).toBe(0)

  // What stands in no table has a field of its own, which stays once it is answered.
  await dialog.getByLabel('readOrders.name').fill('shipments_*.csv')
  expect(JSON.parse(await template.inputValue())).toMatchObject({ readOrders: { name: 'shipments_*.csv' } })
  await photograph(page, 'other answers')
})

it('hands a preset on as a file, and opens the one that was handed on', async () => {
  const { page, dialog, template, navette } = await openSeller()
  const values = { template: MAPPED_TEMPLATE, baseUrl: 'https://shop.example', secret: 'canary-password' }
  await navette.accounts.backOffices.add('mapped', 'Werkplaats', values)
  await page.reload()

  await page.getByRole('button', { name: 'More for the back office Werkplaats' }).click()
  const handed = await savedBy(page, () => page.getByRole('menuitem', { name: 'Export as a preset file' }).click())
  expect(handed).toEqual({ name: 'Werkplaats.json', text: MAPPED_TEMPLATE })

  await page.getByRole('button', { name: 'Add a back office' }).click()
  await dialog.getByLabel('Kind').selectOption('Mapped (interface or files)')
  const file = { name: 'Atelier.json', mimeType: 'application/json', buffer: Buffer.from(handed.text) }
  await dialog.locator('input[type=file]').first().setInputFiles(file)
  await soon(() => template.inputValue()).toBe(MAPPED_TEMPLATE)
  expect(await dialog.getByLabel('Name of the back office').inputValue()).toBe('Atelier')
  const saved = await savedBy(page, () => dialog.getByRole('button', { name: 'Save as a file…' }).click())
  expect(saved.text).toBe(MAPPED_TEMPLATE)

  const key = '-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----\n'
  const privateKey = dialog.getByRole('group', { name: 'Private key (optional)' })
  const pem = { name: 'key.pem', mimeType: 'text/plain', buffer: Buffer.from(key) }
  await privateKey.locator('input[type=file]').setInputFiles(pem)
  await privateKey.getByText('key.pem is read.').waitFor()
  await photograph(page, 'a private key')
  expect(await page.content()).not.toContain('canary')
})

it('previews the settings of a kept one while they are changed', { timeout: 60_000 }, async () => {
  const { page, dialog, template, navette, reference } = await openSeller()
  await navette.accounts.backOffices.add('mapped', 'Werkplaats', { template: MAPPED_TEMPLATE })
  await page.reload()
  await page.getByRole('button', { name: 'More for the back office Werkplaats' }).click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  await openText(page)
  await template.fill(MAPPED_TEMPLATE.replace('Atelier', 'Elders'))

  await dialog.getByRole('button', { name: 'Preview' }).click()

  const order = dialog.getByRole('article', { name: 'Order, written by Elders' })
  await order.getByText(`RKT-${reference}`).waitFor()
  expect(await lookAround(page, 'settings with a preview')).toEqual([])
})

it('keeps Divide from being switched on while its builder has not answered, names what is missing, and copies what to ask', {
  timeout: 60_000,
}, async () => {
  const { page, dialog, template, navette } = await openSeller()
  const copied = (): Promise<string> => page.evaluate('navigator.clipboard.readText()')
  await page.getByRole('button', { name: 'Add a back office' }).click()
  await dialog.getByLabel('Kind').selectOption('Divide — via custom back office')

  await dialog.locator('p', { hasText: 'There is no public interface description for this platform.' }).waitFor()
  await dialog.getByRole('button', { name: 'Questions for your shop builder' }).first().click()
  await soon(copied).toMatch(/^Vragen over de koppeling van uw webshop met Navette\n/)
  expect(await dialog.getByLabel('readOrders.name').getAttribute('placeholder')).not.toBe('')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  const refusal = 'Still to be answered: createOrder.file.columns.0.name, createOrder.file.columns.1.name, '
  await dialog.getByText(`${refusal}createOrder.file.columns.2.name and 25 more.`).waitFor()
  expect(navette.repositories.backOffices.byLabel('Divide')).toBeNull()
  expect(await lookAround(page, 'Divide unanswered')).toEqual([])

  // What was refused is open for reading.
  const folder = temporaryFolder()
  for (const name of ['orders', 'shipments', 'stock']) mkdirSync(join(folder, name))
  await dialog.getByLabel('Folder for files').fill(folder)
  await template.fill((await template.inputValue()).replaceAll('"?"', '"an answer"'))
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(navette.repositories.backOffices.byLabel('Divide')?.settings['folder']).toBe(folder)
})
