import { describe, expect, it } from 'vitest'
import { aSeller, SCREENS } from './stage/a-seller.ts'
import { openShop } from './stage/a-shop.ts'
import { cutOffIn, violationsOf } from './stage/look-at.ts'
import { openWindow, photograph } from './stage/open-window.ts'

describe('every screen of a shop at work', () => {
  it('has nothing that axe-core minds, in both themes', { timeout: 60_000 }, async () => {
    const { web } = await openShop()
    const page = await openWindow(web.keyAddress)
    const seller = aSeller(page)
    const found: string[] = []
    for (const screen of SCREENS) {
      await seller.goTo(screen)
      await page.waitForLoadState('networkidle')
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        found.push(...(await violationsOf(page)).map((one) => `${screen}, ${colorScheme}: ${one}`))
        for (const width of [900, 1400]) {
          await page.setViewportSize({ width, height: 900 })
          await photograph(page, `${screen} ${colorScheme} ${width}`)
        }
      }
    }

    expect(found).toEqual([])
  })

  it('cuts no words off at 320 pixels, and never scrolls sideways', async () => {
    const { web } = await openShop()
    const page = await openWindow(web.keyAddress, { viewport: { width: 320, height: 640 } })
    const seller = aSeller(page)
    const found: string[] = []
    const look = async (what: string): Promise<void> => {
      await photograph(page, `${what} 320`)
      found.push(...(await cutOffIn(page)).map((one) => `${what}: ${one}`))
    }
    for (const screen of SCREENS) {
      await seller.goTo(screen)
      await page.waitForLoadState('networkidle')
      await look(screen)
    }
    await seller.goTo('Orders')
    await seller.row('SKU TASSE-ROSE not found').click()
    await seller.panel.getByRole('heading', { name: /^SKU TASSE-ROSE/ }).waitFor()
    await look('Panel')

    expect(found).toEqual([])
  })
})
