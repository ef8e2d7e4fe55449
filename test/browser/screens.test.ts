import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OrderRow } from '../../src/preload/contract/order-views.ts'
import { openChromium } from '../harness/chromium.ts'
import { createApiTwin } from '../renderer/helpers/api-twin.ts'
import { threeConnections } from '../renderer/helpers/sample-connections.ts'
import { aRow, quietOrders, troubledOrders } from '../renderer/helpers/sample-orders.ts'
import { openScreens } from './helpers/open-screens.ts'

const orders = [...troubledOrders(), ...quietOrders()]
const COUNTS = { todo: 4, 'to-accept': 5, 'not-shipped': 5, waiting: 3, shipped: 5, cancelled: 2, skipped: 2, all: 22 }
const PLACES = ['orders', 'stock', 'delivery', 'products', 'connections', 'activity', 'settings']

describe('the screens in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())

  it('hear what changed without being reloaded', async () => {
    const screens = await openScreens(browser, createApiTwin({}, { orders }))
    await screens.page.getByRole('tab', { name: 'To do 9' }).waitFor()

    screens.announce({ name: 'counts', value: COUNTS })

    await screens.page.getByRole('tab', { name: 'To do 4' }).waitFor()
    expect(screens.complaints).toEqual([])
    await screens.close()
  })

  it('ask over HTTP what a button says, and show the answer', async () => {
    const twin = createApiTwin({}, { orders })
    const screens = await openScreens(browser, twin, { place: '#/orders/1222' })

    await screens.page.getByRole('button', { name: 'Accept €25.00' }).click()
    await screens.page.getByText('Done.').waitFor()

    expect(twin.inputsOf('orders:act')).toMatchObject([{ ids: [1_222], act: { choice: 'accept' } }])
    await screens.close()
  })

  it('scroll through 100,000 orders and render only what is seen', async () => {
    const counts = () => ({ ...COUNTS, all: 100_000 })
    const list = ({ offset, limit }: { readonly offset: number; readonly limit: number }) => ({
      rows: Array.from({ length: limit }, (_, index): OrderRow => aRow({ id: offset + index + 1, status: 'placed' })),
      total: 100_000,
      counts: counts(),
    })
    const screens = await openScreens(browser, createApiTwin({ orders: { list, counts } }))
    await screens.page.getByRole('tab', { name: 'All 100k+' }).click()
    const grid = screens.page.getByRole('grid')
    await grid.getByText('812440001', { exact: true }).click()
    await screens.page.keyboard.press('Escape')

    await screens.page.keyboard.press('End')

    await grid.getByText('812540000', { exact: true }).waitFor()
    expect(await grid.getAttribute('aria-rowcount')).toBe('100000')
    expect(await screens.page.locator('[data-row]').count()).toBeLessThan(80)
    await screens.close()
  })

  it.each(PLACES)('fit a window of 320 pixels without sideways scrolling: %s', async (place) => {
    const twin = createApiTwin({}, { orders, connections: threeConnections() })
    const screens = await openScreens(browser, twin, { width: 320, height: 640, place: `#/${place}` })

    const widths = await screens.page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])

    expect(widths[0]).toBeLessThanOrEqual(widths[1] ?? 0)
    await screens.close()
  })

  it('come back to where they were after a reload', async () => {
    const screens = await openScreens(browser, createApiTwin({}, { orders }), { place: '#/orders/291' })
    await screens.page.getByRole('complementary', { name: 'Order 812440291' }).waitFor()

    await screens.page.reload()

    await screens.page.getByRole('complementary', { name: 'Order 812440291' }).waitFor()
    await screens.close()
  })

  it('can be worked with keys alone, from the rail to a sent code', async () => {
    const twin = createApiTwin({}, { orders })
    const screens = await openScreens(browser, twin, { place: '#/settings' })
    const { keyboard } = screens.page
    await keyboard.press('Control+1')
    await screens.page.getByText('Tracking code needed', { exact: true }).waitFor()

    await keyboard.press('t')
    await screens.page.locator('[data-tracking-number]:focus').waitFor()
    await keyboard.type('8G45061126689')
    await screens.page.getByText(/by its shape and check digit/).waitFor()
    await keyboard.press('Enter')

    await expect.poll(() => twin.inputsOf('orders:act')).toMatchObject([{ act: { choice: 'track' } }])
    await screens.close()
  })
})
