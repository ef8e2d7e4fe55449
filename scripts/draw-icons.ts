// Draws the icons of the tray and of the application as PNG, ICO and ICNS into `resources`. The drawings are `scripts/icons`; what they
// come to is committed, so this runs only when a drawing changes. It needs Chromium: NAVETTE_CHROMIUM names another than Debian's.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { applicationIconSvg } from './icons/application-icon.ts'
import { type Picture, toIcns, toIco } from './icons/icon-files.ts'
import { INKS, type Ink, TRAY_STATES, trayIconSvg } from './icons/tray-icon.ts'
import { root } from './run.ts'

const resources = join(root, 'resources')

/** 16 pixels and what screens make of it; 22, the height of Linux panels, and its double. */
const TRAY_FILES: Readonly<Record<string, number>> = {
  '': 16,
  '@1.25x': 20,
  '@1.5x': 24,
  '@2x': 32,
  '-22': 22,
  '-22@2x': 44,
}
const APPLICATION_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

const rasterise = async (page: Page, svg: string, size: number): Promise<Buffer> => {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>html,body{margin:0;background:none}svg{display:block}</style>${svg}`)
  return page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } })
}

const drawTray = async (page: Page): Promise<void> => {
  const folder = join(resources, 'icons', 'tray')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const state of TRAY_STATES)
    for (const ink of Object.keys(INKS) as Ink[]) // Object.keys forgets the names it just listed
      for (const [suffix, size] of Object.entries(TRAY_FILES))
        writeFileSync(
          join(folder, `${state}-${ink}${suffix}.png`),
          await rasterise(page, trayIconSvg(state, ink, size), size),
        )
}

const drawApplication = async (page: Page): Promise<void> => {
  const pictures: Picture[] = []
  for (const size of APPLICATION_SIZES)
    pictures.push({ size, png: await rasterise(page, applicationIconSvg(size), size) })
  // electron-builder looks for these names: sizes for Linux, one file for each of the others.
  for (const { size, png } of pictures) writeFileSync(join(resources, 'icons', `${size}x${size}.png`), png)
  writeFileSync(join(resources, 'icon.png'), pictures.find(({ size }) => size === 512)?.png ?? '')
  writeFileSync(join(resources, 'icon.ico'), toIco(pictures.filter(({ size }) => size <= 256)))
  writeFileSync(join(resources, 'icon.icns'), toIcns(pictures))
}

const browser = await chromium.launch({
  executablePath: process.env['NAVETTE_CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
})
try {
  const page = await browser.newPage()
  await drawTray(page)
  await drawApplication(page)
} finally {
  await browser.close()
}
