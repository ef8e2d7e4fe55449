import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { openWebHost } from '../../../src/main/web/open-web-host.ts'
import type { ContractEvent } from '../../../src/preload/contract/events.ts'
import type { ApiTwin } from '../../renderer/helpers/api-twin.ts'

const rendererFolder = fileURLToPath(new URL('../../../out/renderer', import.meta.url))

interface Look {
  readonly theme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
  /** `#/stock` */
  readonly place?: string
}

export interface OpenScreens {
  readonly page: Page
  /** What the browser complained about: errors of ours, and whatever the page's policy forbade. */
  readonly complaints: readonly string[]
  announce(event: ContractEvent): void
  close(): Promise<void>
}

/** The built screens in a browser, served by the real web host under its real policy, over a twin of the contract. */
export const openScreens = async (browser: Browser, twin: ApiTwin, look: Look = {}): Promise<OpenScreens> => {
  const { theme = 'light', width = 1_400, height = 900, place = '#/orders' } = look
  const bugs: unknown[] = []
  const host = await openWebHost({ port: 0, rendererFolder, answer: twin.answer, onBug: (error) => bugs.push(error) })
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    timezoneId: 'Europe/Paris',
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(8_000)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(host.keyAddress)
  await page.goto(`${host.address}/${place}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return {
    page,
    complaints,
    announce: host.announce,
    close: async () => {
      await context.close()
      await host.close()
      if (bugs.length > 0) throw bugs[0]
    },
  }
}
