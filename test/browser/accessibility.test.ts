import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChromium } from '../harness/chromium.ts'
import { createApiTwin } from '../renderer/helpers/api-twin.ts'
import { threeConnections } from '../renderer/helpers/sample-connections.ts'
import { quietOrders, troubledOrders } from '../renderer/helpers/sample-orders.ts'
import { violationsOf } from './helpers/accessibility.ts'
import { openScreens } from './helpers/open-screens.ts'

const world = { orders: [...troubledOrders(), ...quietOrders()], connections: threeConnections() }

interface Scene {
  readonly name: string
  readonly place: string
  readonly arrange: (page: Page) => Promise<unknown>
}

const SCENES: readonly Scene[] = [
  {
    name: 'To do, with a problem and its fields',
    place: '#/orders',
    arrange: (page) => page.getByLabel('Tracking number').waitFor(),
  },
  {
    name: 'all orders, two of them ticked',
    place: '#/orders',
    arrange: async (page) => {
      await page.getByRole('tab', { name: /^All/ }).click()
      await page.getByRole('button', { name: /^Close/ }).click()
      await page.getByRole('checkbox', { name: 'Tick order 812441130' }).check()
      await page.getByRole('toolbar').waitFor()
    },
  },
  {
    name: 'all orders, narrowed, with the fields that narrow them',
    place: '#/orders',
    arrange: async (page) => {
      await page.getByRole('tab', { name: /^All/ }).click()
      await page.getByRole('button', { name: 'Filter' }).click()
      await page.getByLabel('Status').selectOption('Waiting')
      await page.getByText('3 of 22 orders').waitFor()
    },
  },
  {
    name: 'all orders, narrowed, with what narrows them as chips',
    place: '#/orders',
    arrange: async (page) => {
      await page.getByRole('tab', { name: /^All/ }).click()
      await page.getByRole('button', { name: 'Filter' }).click()
      await page.getByLabel('Status').selectOption('Waiting')
      await page.getByRole('button', { name: 'Filter', exact: true }).click()
      await page.getByRole('button', { name: 'Remove the filter Status Waiting' }).waitFor()
    },
  },
  {
    name: 'the name of a view',
    place: '#/orders',
    arrange: async (page) => {
      await page.getByRole('button', { name: 'Filter' }).click()
      await page.getByRole('button', { name: 'Save this view' }).click()
      await page.getByRole('button', { name: 'Save the view' }).click()
      await page.getByText('A view needs a name.').waitFor()
    },
  },
  {
    name: 'an address to correct',
    place: '#/orders/1260',
    arrange: (page) => page.getByLabel('Postcode').waitFor(),
  },
  {
    name: 'a question before refusing',
    place: '#/orders/1222',
    arrange: async (page) => {
      await page.getByRole('button', { name: 'Refuse' }).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  {
    name: 'stock with a dry run',
    place: '#/stock',
    arrange: (page) => page.getByRole('button', { name: 'Dry run' }).click(),
  },
  {
    name: 'delivery, a code tried',
    place: '#/delivery',
    arrange: (page) => page.getByLabel('Tracking number').fill('8G45061126689'),
  },
  { name: 'products', place: '#/products', arrange: (page) => page.getByText('BOL-GRES-BLEU').waitFor() },
  {
    name: 'an order of this PC',
    place: '#/products',
    arrange: async (page) => {
      await page.getByRole('radio', { name: 'Orders to ship' }).click()
      await page.getByRole('button', { name: /TRY-/ }).click()
    },
  },
  {
    name: 'connections, one stopped',
    place: '#/connections',
    arrange: (page) => page.getByText('Papeterie', { exact: true }).waitFor(),
  },
  {
    name: 'the form of a new connection',
    place: '#/connections',
    arrange: async (page) => {
      await page.getByRole('button', { name: 'Connect Rakuten' }).click()
      await page.getByRole('textbox', { name: 'Token' }).waitFor()
    },
  },
  {
    name: 'the form of a new shop, tested, with what it does unfolded',
    place: '#/connections',
    arrange: async (page) => {
      await page.getByRole('button', { name: 'Add a back office' }).click()
      await page.getByLabel('Kind').selectOption('WooCommerce')
      await page.getByText('How the shop is used').click()
      await page.getByRole('dialog').getByRole('button', { name: 'Test connection' }).click()
      await page.getByLabel('Shipped').check()
    },
  },
  {
    name: 'the settings of a shop',
    place: '#/connections',
    arrange: async (page) => {
      await page.getByRole('button', { name: 'More for the back office Boutique' }).click()
      await page.getByRole('menuitem', { name: 'Settings' }).click()
      await page.getByLabel('Completed').uncheck()
    },
  },
  {
    name: 'a test order',
    place: '#/connections',
    arrange: async (page) => {
      await page.getByRole('button', { name: 'More for Boutique' }).click()
      await page.getByRole('menuitem', { name: 'Send a test order' }).click()
      await page.getByRole('button', { name: 'Send the test order' }).click()
      await page.getByRole('button', { name: 'Look again' }).waitFor()
    },
  },
  {
    name: 'activity, a cycle opened, the values of a day under the arrow keys',
    place: '#/activity',
    arrange: async (page) => {
      await page
        .getByRole('button', { name: /^Steps of the cycle/ })
        .first()
        .click()
      await page.getByRole('application', { name: /^Orders and shipments/ }).focus()
      await page.keyboard.press('ArrowRight')
      await page.locator('.day-tip').waitFor()
    },
  },
  {
    name: 'activity, each chart as its table',
    place: '#/activity',
    arrange: async (page) => {
      for (const name of ['Orders and shipments per day', 'How long a cycle takes', 'Failed cycles per day'])
        await page
          .getByRole('region', { name, exact: true })
          .getByRole('button', { name: /^Table/ })
          .click()
    },
  },
  { name: 'settings', place: '#/settings', arrange: (page) => page.getByText('Report for support').waitFor() },
  {
    name: 'the sheet of keys',
    place: '#/settings',
    arrange: async (page) => {
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    },
  },
]

describe.each(['light', 'dark'] as const)('the screens in the %s theme', (theme) => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  it.each(SCENES)('can be used by everybody: $name', async ({ place, arrange }) => {
    const screens = await openScreens(browser, createApiTwin({}, world), { theme, place })
    await arrange(screens.page)

    expect(await violationsOf(screens.page)).toEqual([])
    expect(screens.complaints).toEqual([])
    await screens.close()
  })
})
