import { expect, it } from 'vitest'
import german from '../../resources/locales/de.json' with { type: 'json' }
import english from '../../resources/locales/en.json' with { type: 'json' }
import french from '../../resources/locales/fr.json' with { type: 'json' }
import { aSeller } from './stage/a-seller.ts'
import { openShop } from './stage/a-shop.ts'
import { cutOffIn, scrollsSideways, violationsOf } from './stage/look-at.ts'
import { openWindow, photograph } from './stage/open-window.ts'
import { soon } from './stage/soon.ts'

const LOCALES = { fr: french, de: german } as const
const SCREENS = ['orders', 'stock', 'delivery', 'products', 'connections', 'activity', 'settings'] as const

it.each(['fr', 'de'] as const)(
  'switches to %s without a reload, and every screen speaks it, can be used by everybody and fits',
  { timeout: 120_000 },
  async (code) => {
    const { web } = await openShop()
    const page = await openWindow(web.keyAddress)
    const texts = LOCALES[code]
    const found: string[] = []
    await aSeller(page).goTo('Settings')
    await page.evaluate('window.sameWindow = true')
    await page.getByLabel(english.settings.language).selectOption(code)
    await soon(() => page.locator('html').getAttribute('lang')).toBe(code)

    for (const screen of SCREENS) {
      await page.evaluate(`location.hash = '#/${screen}'`)
      await page.getByRole('heading', { level: 1, name: headOf(texts, screen) }).waitFor()
      await page.waitForLoadState('networkidle')
      await soon(() => page.locator('.bars').count()).toBe(0)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        found.push(...(await violationsOf(page)).map((one) => `${screen}, ${colorScheme}: ${one}`))
        for (const width of [1400, 900, 320]) {
          await page.setViewportSize({ width, height: 900 })
          // Charts are drawn anew for their width.
          await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
          found.push(...(await cutOffIn(page)).map((one) => `${screen}, ${width}: ${one}`))
          if (await scrollsSideways(page)) found.push(`${screen}, ${width}: scrolls sideways`)
          await photograph(page, `${code} ${screen} ${colorScheme} ${width}`)
        }
        await page.setViewportSize({ width: 1400, height: 900 })
      }
    }

    expect(found).toEqual([])
    expect(await page.evaluate('window.sameWindow')).toBe(true)
  },
)

const headOf = (texts: typeof french | typeof german, screen: (typeof SCREENS)[number]): string =>
  screen === 'delivery' ? texts.delivery.title : texts.screens[screen]
