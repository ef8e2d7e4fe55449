import type { Locator, Page } from 'playwright-core'
import type { QuickClock } from '../../../scripts/demo/quick-clock.ts'

export const SCREENS = ['Orders', 'Stock', 'Delivery', 'Products', 'Connections', 'Activity', 'Settings'] as const
type Screen = (typeof SCREENS)[number]
type Tab = 'To do' | 'To accept' | 'Not shipped' | 'Waiting' | 'Shipped' | 'Cancelled' | 'Skipped' | 'All'

/** What a seller does with a window, in the seller's words. */
export const aSeller = (page: Page) => {
  const rail = page.getByRole('navigation', { name: 'Main' })
  const panel = page.locator('.order-panel')
  const seller = {
    page,
    panel,
    notices: page.getByRole('region', { name: 'Messages' }),
    dialog: page.getByRole('dialog'),
    list: page.getByRole('grid', { name: /^Orders/ }),
    async goTo(screen: Screen): Promise<void> {
      const link = rail.getByRole('link', { name: new RegExp(`^${screen}`) })
      await rail.getByRole('link', { name: /^Orders/ }).waitFor()
      if (await link.isVisible()) await link.click()
      else {
        await rail.getByRole('button', { name: 'More' }).click()
        await page.getByRole('menuitem', { name: screen }).click()
      }
      await page.getByRole('heading', { level: 1, name: screen }).waitFor()
    },
    tab: (name: Tab): Locator => page.getByRole('tab', { name: new RegExp(`^${name}`) }),
    /** What the tabs say. */
    async counts(): Promise<Readonly<Record<string, number>>> {
      const words = await page.getByRole('tab').allTextContents()
      return Object.fromEntries(words.map((text) => [text.replace(/\W+\d+$/, ''), Number(/\d+$/.exec(text)?.[0])]))
    },
    row: (text: string): Locator => page.getByRole('grid').getByRole('row').filter({ hasText: text }),
    /** Opens an order by its number, wherever it stands. */
    async open(reference: string): Promise<Locator> {
      if (!(await seller.list.isVisible())) await seller.goTo('Orders')
      await seller.tab('All').click()
      await seller.row(reference).click()
      await panel.getByRole('heading', { level: 2, name: reference }).waitFor()
      return panel
    },
    /** One cycle, to its end. */
    async syncNow(): Promise<void> {
      await rail.getByRole('button', { name: /^Sync now/ }).click()
      const said = seller.notices.getByText(/^Synced\./)
      await said.waitFor()
      await seller.notices.getByRole('button', { name: 'Dismiss' }).last().click()
      await said.waitFor({ state: 'detached' })
    },
    /** Minutes go by, for Navette, for Rakuten and for the window. */
    async wait(clock: QuickClock, minutes: number): Promise<void> {
      clock.skip(minutes)
      await page.clock.setFixedTime(clock.now())
    },
    /** Puts a file where a button asks for one. */
    async give(field: Locator, name: string, text: string): Promise<void> {
      await field.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
    },
  }
  return seller
}

export type Seller = ReturnType<typeof aSeller>
