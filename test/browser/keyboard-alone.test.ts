import { expect, it } from 'vitest'
import { aSeller } from './stage/a-seller.ts'
import { openHost } from './stage/open-host.ts'
import { openWindow, photograph } from './stage/open-window.ts'
import { soon } from './stage/soon.ts'

it('leads from the first press to a shipped order without a mouse', async () => {
  const { web } = await openHost()
  const page = await openWindow(web.keyAddress)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  const seller = aSeller(page)
  const { keyboard } = page
  const focusedName = (): Promise<string> =>
    page.evaluate("document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent")
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 40 && !name.test(await focusedName()); presses += 1) await keyboard.press('Tab')
    expect(await focusedName()).toMatch(name)
  }
  const number = seller.panel.locator('.order-number')

  // The practice account starts at the first press.
  await soon(focusedName).toBe('Start a practice account')
  await photograph(page, 'first run')
  await keyboard.press('Enter')
  await seller.panel.getByRole('heading', { name: 'Buyer offers €36.00 instead of €42.00' }).waitFor()
  await soon(seller.counts).toMatchObject({ 'To do': 1, 'Not shipped': 4, All: 7 })

  // A accepts the offer; ] goes to the next tabs; J and K walk through the orders and keep the panel.
  await keyboard.press('a')
  await seller.notices.getByText(/^Order \d+ is now placed/).waitFor()
  await keyboard.press(']')
  await keyboard.press(']')
  await soon(() => seller.tab('Not shipped').getAttribute('aria-selected')).toBe('true')
  await seller.row('Zoé Exemplier').waitFor()
  const walked: (string | null)[] = []
  for (const key of ['j', 'j', 'k']) {
    await keyboard.press(key)
    await soon(() => number.textContent()).not.toBe(walked.at(-1))
    walked.push(await number.textContent())
  }
  expect(walked[2]).toBe(walked[0])

  // / searches, Enter goes to what was found and opens it, T goes to the tracking number, Enter ships.
  await keyboard.press('/')
  await keyboard.type('exemplier')
  await page.getByText('1 order matches “exemplier”').waitFor()
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await seller.panel.getByText('Mme Zoé Exemplier').waitFor()
  await keyboard.press('c')
  await seller.notices.getByText(/^\d+ is copied\.$/).waitFor()
  expect(await number.textContent()).toContain(await page.evaluate('navigator.clipboard.readText()'))
  await keyboard.press('t')
  await soon(() => page.evaluate("'trackingNumber' in document.activeElement.dataset")).toBe(true)
  await keyboard.type('6A62957360897')
  await keyboard.press('Enter')
  await seller.notices.getByText(/left with 6A62957360897/).waitFor()

  // Esc closes the panel and leaves the list where it was; a cycle is one button away from the rail.
  await keyboard.press('Escape')
  await soon(() => seller.panel.count()).toBe(0)
  await soon(focusedName).toContain('Zoé Exemplier')
  await keyboard.press('F6')
  await tabTo(/^Sync now/)
  await keyboard.press('Enter')
  await seller.notices.getByText(/^Synced\./).waitFor()
  await seller.row('Zoé Exemplier').getByText('Shipped').first().waitFor()
  await photograph(page, 'shipped without a mouse')

  // ? shows every key, Esc closes it again.
  await keyboard.press('?')
  await seller.dialog.getByText('Keys', { exact: true }).waitFor()
  await keyboard.press('Escape')
  await seller.dialog.waitFor({ state: 'detached' })
})
