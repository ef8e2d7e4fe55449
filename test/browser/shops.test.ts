import type { Page } from 'playwright-core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { backOffices } from '../../src/main/connectors/registry.ts'
import { INVENTED_ADVERTS } from '../../src/main/practice/rakuten-france/invented-shop.ts'
import { aParcel, OWN_SHIPPING_CENTS } from '../batteries/back-office/harness.ts'
import { connectOffice } from '../simulators/connect-office.ts'
import { type Shop, shops } from '../simulators/shops.ts'
import { aSeller } from './stage/a-seller.ts'
import { openRakuten } from './stage/connected.ts'
import { openHost } from './stage/open-host.ts'
import { openWindow, photograph, type WindowOptions } from './stage/open-window.ts'
import { soon } from './stage/soon.ts'

const PRODUCTS = INVENTED_ADVERTS.map(({ sku, title, stock, priceCents }) => ({ sku, title, stock, priceCents }))

/** A webshop that sells what the invented buyers buy, by the host's clock. */
const openShop = async ({ definition, start }: Shop, { clock }: Awaited<ReturnType<typeof openHost>>) => {
  const shop = await start({ now: clock.now })
  onTestFinished(() => shop.close())
  await shop.there.addProducts(PRODUCTS)
  const office = shop.seen ?? connectOffice(definition, { clock, values: shop.values })
  return {
    ...shop,
    async orderOf(reference: string) {
      const [order, ...others] = await office.findOrders(reference)
      if (order === undefined || others.length > 0) throw new Error(`Not one order ${reference}`)
      return order
    },
  }
}

/** An account tied to the shop, and a window at its connections. */
const openConnectedShop = async (shop: Shop, look: WindowOptions = {}) => {
  const host = await openHost()
  const rakuten = await openRakuten(host, { login: 'maboutique' })
  const there = await openShop(shop, host)
  const { accounts } = host.navette
  const office = await accounts.backOffices.add(shop.definition.id, 'Boutique', there.values)
  const { login, token, baseUrl } = rakuten
  await accounts.connections.add({
    ...{ marketplace: 'rakuten-france', label: 'Rakuten', backOfficeId: office.id },
    ...{ values: { login, token, baseUrl }, settings: {}, paused: false },
  })
  const page = await openWindow(host.web.keyAddress, look)
  const seller = aSeller(page)
  await seller.goTo('Connections')
  return { there, page, seller }
}

/** Fills the form in as a person does: field by field, by the words above it. */
const fillIn = async (page: Page, { definition }: Shop, values: Readonly<Record<string, string>>): Promise<void> => {
  const form = page.getByRole('dialog').getByRole('region', { name: 'Back office' })
  for (const [name, { label }] of Object.entries(definition.fields)) {
    const value = values[name]
    if (value === undefined) continue
    const field = form.getByLabel(label).first()
    if (!(await field.isVisible())) await form.locator('summary').click()
    if (definition.fields[name]?.choices === undefined) await field.fill(value)
    else await field.selectOption(value)
  }
}

/** Another one of the same shape. */
const mistyped = (secret: string): string => `${secret.slice(0, -1)}${secret.endsWith('2') ? '3' : '2'}`

/** One of the secrets that let us in, or the folder where none is needed, by the words above it. */
const aSecret = ({ definition }: Shop, values: Readonly<Record<string, string>>) => {
  const [name, field] = Object.entries(definition.fields).find(([of, { secret }]) => secret && values[of]) ?? [
    'folder',
    definition.fields['folder'],
  ]
  const value = values[name ?? '']
  if (field === undefined || value === undefined) throw new Error('A webshop lets nobody in without a secret')
  return { label: field.label, value }
}

it('every webshop and warehouse that can be connected is tried here', () => {
  const outside = backOffices.filter(({ kind }) => kind !== 'built-in').map(({ id }) => id)

  expect([...new Set(shops.map(({ definition }) => definition.id))]).toEqual(outside)
})

describe.each(shops)('$name', (shop) => {
  const { title } = shop.definition

  it('is connected in the window, takes an order in, and its parcel is shipped at Rakuten', async () => {
    const host = await openHost()
    const rakuten = await openRakuten(host)
    const there = await openShop(shop, host)
    const page = await openWindow(host.web.keyAddress)
    const seller = aSeller(page)
    const { dialog } = seller

    // A key that is not right: the checks are named, and nothing is kept of either side.
    await seller.goTo('Connections')
    await page.getByRole('button', { name: 'Connect my account' }).click()
    await dialog.getByLabel('Login').fill(rakuten.login)
    await dialog.getByLabel('Token').fill(rakuten.token)
    await dialog.getByLabel(/^Address/).fill(rakuten.baseUrl)
    await dialog.getByRole('combobox', { name: 'Back office' }).selectOption('Another one…')
    await dialog.getByLabel('Kind').selectOption(title)
    await fillIn(page, shop, there.values)
    const secret = aSecret(shop, there.values)
    const key = dialog.getByLabel(secret.label).first()
    await key.fill(mistyped(secret.value))
    await dialog.getByRole('button', { name: 'Connect and start' }).click()
    await dialog.getByText('The test failed, so it was not kept.').waitFor()
    await photograph(page, `${shop.name} with a wrong key`)
    expect(host.navette.repositories.backOffices.list()).toEqual([])
    expect(host.navette.repositories.connections.list()).toEqual([])

    // The right one: both sides are kept, and what the shop knows of itself is offered afterwards.
    await key.fill(secret.value)
    await dialog.getByRole('button', { name: 'Test connection' }).click()
    await dialog.getByText('The test failed').waitFor({ state: 'detached' })
    await photograph(page, `${shop.name} tested`)
    await dialog.getByRole('button', { name: 'Connect and start' }).click()
    await seller.notices.getByText('Rakuten runs. Its first cycle has begun.').waitFor()

    const bowl = { sku: 'BOL-GRES-BLEU', priceCents: 1490 }
    const reference = rakuten.world.buy({ items: [bowl, bowl], deliveryMode: 'Suivi', shippingCents: 590 })
    await seller.syncNow()
    await soon(seller.counts).toMatchObject({ 'To do': 0, 'Not shipped': 1, All: 1 })
    const order = await there.orderOf(`RKT-${reference}`)
    const shipping = shop.definition.capabilities.ownPrices ? OWN_SHIPPING_CENTS : 590
    // A warehouse keeps no prices.
    const totalCents = shop.definition.kind === 'warehouse' ? null : 2 * 1490 + shipping
    expect(order).toMatchObject({ state: 'open', totalCents })

    await there.there.complete(order, [aParcel({ trackingNumber: '6A62957360897' })])
    await seller.syncNow()
    await soon(seller.counts).toMatchObject({ 'Not shipped': 0, Shipped: 1 })
    await seller.open(reference)
    await seller.panel.locator('.panel-bar').getByText('Shipped').waitFor()
    await photograph(page, `${shop.name} shipped`)
    const sent = { transporter: 'Colissimo', trackingNumber: '6A62957360897' }
    expect(rakuten.world.purchase(reference).items.map(({ shipments }) => shipments)).toMatchObject([[sent], [sent]])
    expect(await page.content()).not.toContain(secret.value)
  })

  it('takes a practice account in, on the seller’s word', async () => {
    const { there, page, seller } = await openConnectedShop(shop)

    // Invented orders enter a real shop only where its owner says so.
    await page.getByRole('button', { name: 'Add a practice account' }).click()
    await seller.dialog.getByLabel('Into which back office?').selectOption('Boutique')
    await seller.dialog.getByRole('button', { name: 'Start the practice account' }).click()
    await seller.dialog.getByRole('alert').waitFor()
    await seller.dialog.getByLabel(/^Invented orders would enter Boutique/).check()
    await photograph(page, `${shop.name} with a practice account`)
    await seller.dialog.getByRole('button', { name: 'Start the practice account' }).click()
    await seller.notices.getByText('The practice account runs.').waitFor()
    await seller.tab('Not shipped').click()
    const row = seller.row('Zoé Exemplier')
    await row.getByText('Not shipped').first().waitFor()
    const number = await row
      .getByText(/^8\d{8}$/)
      .first()
      .textContent()

    const order = await there.orderOf(`TRY-${number}`)
    await there.there.complete(order, [aParcel({ trackingNumber: '6A62957360897' })])
    await seller.syncNow()
    await seller.tab('Shipped').click()
    await row.getByText('Shipped').first().waitFor()
    await photograph(page, `${shop.name} with invented orders`)
  })
})

describe.each(shops.slice(0, 1))('$name', (shop) => {
  it('asks for a new key of its own when it takes the old one no longer', async () => {
    const look = { colorScheme: 'dark', viewport: { width: 900, height: 900 } } as const
    const { there, page, seller } = await openConnectedShop(shop, look)
    await there.there.revoke?.()
    await seller.syncNow()

    const card = page.getByRole('region', { name: 'Rakuten' })
    await card.getByText('Boutique no longer takes its key').waitFor()
    await photograph(page, `${shop.definition.title} with a refused key`)
    await card.getByRole('button', { name: 'Enter the new key' }).click()

    await page.getByRole('dialog', { name: 'New keys for Boutique' }).waitFor()
    await seller.dialog.getByLabel(aSecret(shop, there.values).label).first().waitFor()
    expect(await page.content()).not.toContain('the token')
  })
})

describe.each(shops.filter(({ definition }) => 'completedStates' in definition.fields))('$name', (shop) => {
  it('offers the states the shop has, and keeps those that are ticked', async () => {
    const look = { colorScheme: 'dark', viewport: { width: 900, height: 900 } } as const
    const { page, seller } = await openConnectedShop(shop, look)
    const states = seller.dialog.getByRole('group', { name: shop.definition.fields['completedStates']?.label ?? '' })
    const openSettings = async (): Promise<void> => {
      const settings = page.getByRole('menuitem', { name: 'Settings' })
      // A dialog gives the focus back a moment after it is gone, and a menu that is open by then closes: whoever is that quick presses again.
      await soon(async () => {
        await page.getByRole('button', { name: 'More for the back office Boutique' }).click()
        return settings.isVisible()
      }).toBe(true)
      await settings.click()
      await states.waitFor()
    }
    await openSettings()
    const ticked = states.getByRole('checkbox', { checked: true })
    const usual = await ticked.count()

    await states.getByRole('checkbox', { checked: false }).first().check()
    await photograph(page, `${shop.definition.title} settings`)
    await seller.dialog.getByRole('button', { name: 'Save' }).click()
    await seller.dialog.waitFor({ state: 'detached' })

    await openSettings()
    expect(await ticked.count()).toBe(usual + 1)
  })
})

describe.each(shops.filter(({ definition }) => definition.capabilities.testOrders))('$name', (shop) => {
  it('takes a test order in, and its cancellation is noticed', async () => {
    const { there, page, seller } = await openConnectedShop(shop)

    await page.getByRole('button', { name: 'More for Rakuten' }).click()
    await page.getByRole('menuitem', { name: 'Send a test order' }).click()
    await seller.dialog.getByRole('button', { name: 'Send the test order' }).click()
    await seller.dialog.getByText('Found in Boutique and read back. Now cancel it there.').waitFor()
    await photograph(page, `${shop.definition.title} with a test order`)
    const reference = await seller.dialog
      .getByText(/^TEST-/)
      .first()
      .textContent()
    await there.there.cancel(await there.orderOf(reference ?? ''))
    await seller.dialog.getByRole('button', { name: 'Look again' }).click()

    await seller.dialog.getByText('Cancelled there, and noticed here').waitFor()
  })
})
