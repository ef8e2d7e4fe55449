import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest'
import { openChromium } from '../../harness/chromium.ts'

const RESULTS = fileURLToPath(new URL('../../../test-results/', import.meta.url))

let browser: Browser
beforeAll(async () => {
  browser = await openChromium()
})
afterAll(() => browser.close())

export interface WindowOptions extends BrowserContextOptions {
  /** Complaints that belong to the story. */
  readonly expected?: RegExp
}

/** Pictures for people, in a folder that git ignores. */
export const photograph = (page: Page, name: string): Promise<unknown> =>
  page.screenshot({ path: join(RESULTS, `${name.replace(/\W+/g, '-').slice(0, 80)}.png`) })

/**
 * A browser with cookies of its own. The test fails when the console says anything like an error, when something breaks, or when
 * anything cannot be fetched.
 */
export const openWindow = async (address: string, { expected, ...options }: WindowOptions = {}): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    ...options,
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const complaints: string[] = []
  const complain = (text: string): void => {
    if (expected?.test(text) !== true) complaints.push(text)
  }
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complain(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complain(String(error)))
  page.on('response', (response) => {
    if (response.status() >= 400) complain(`${response.status()} ${response.url()}`)
  })
  await page.goto(address)
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await photograph(page, `failed ${task.name}`)
    await context.close()
    expect(complaints).toEqual([])
  })
  return page
}
