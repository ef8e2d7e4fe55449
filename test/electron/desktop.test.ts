import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setup } from '../harness/keychain-session.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
// The package's own entry is the path of its runtime; only this suite, which runs where that is, may ask for it.
const runtime = (): string => String(createRequire(import.meta.url)('electron'))

/** What the real thing needs beside its runtime: a screen, and a keychain that is not the developer's own. */
const canShow =
  process.platform === 'linux' &&
  (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']) !== undefined &&
  existsSync('/usr/bin/gnome-keyring-daemon')
if (!canShow) console.warn('Electron itself was not tried: it needs Linux, a screen and gnome-keyring.')

describe.skipIf(!canShow)('the desktop application', () => {
  const folder = mkdtempSync(join(tmpdir(), 'navette-electron-'))
  let endKeychain = async (): Promise<void> => {}
  let environment: Record<string, string> = {}
  let electron: ElectronApplication
  let page: Page

  beforeAll(async () => {
    let bus = ''
    endKeychain = await setup({
      provide: (_, address) => {
        bus = address
      },
    })
    const inherited = Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    )
    environment = { ...Object.fromEntries(inherited), XDG_CONFIG_HOME: folder, DBUS_SESSION_BUS_ADDRESS: bus }
    electron = await _electron.launch({ executablePath: runtime(), args: [root], env: environment })
    page = await electron.firstWindow()
    await page.waitForSelector('#root > *')
  })
  afterAll(async () => {
    await electron.close()
    await endKeychain()
    rmSync(folder, { recursive: true, force: true })
  })

  it('shows the screens on their own address, with an answer from the engine', async () => {
    const info = await page.evaluate('window.api.app.info()')

    expect(page.url()).toMatch(/^navette:\/\/app\//)
    expect(info).toMatchObject({ ok: true, value: { host: 'desktop' } })
  })

  it('is sandboxed: the page finds nothing of Node or Electron', async () => {
    const found = await page.evaluate(
      "['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in globalThis)",
    )

    expect(found).toEqual([])
  })

  it('runs no script that came with a text, and reaches nobody', async () => {
    const ran = await page.evaluate(`(() => {
      const script = document.createElement('script')
      script.textContent = 'window.ran = true'
      document.body.append(script)
      return 'ran' in window
    })()`)
    const reached = await page.evaluate("fetch('https://example.com/').then(() => true, () => false)")

    expect([ran, reached]).toEqual([false, false])
  })

  it('opens no second window and goes nowhere', async () => {
    const opened = await page.evaluate("window.open('https://example.com/')")
    await page.evaluate("location.assign('https://example.com/')")

    const windows = await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    expect([opened, windows]).toEqual([null, 1])
    expect(page.url()).toMatch(/^navette:\/\/app\//)
  })

  it('gets no permission of the system', async () => {
    const position = await page.evaluate(
      "new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('told'), () => resolve('refused')))",
    )

    expect(position).toBe('refused')
  })

  it('lives on in the tray without its window, and a second start brings it back', async () => {
    const closed = page.waitForEvent('close')
    await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    await closed
    const reopened = electron.waitForEvent('window')

    const second = spawnSync(runtime(), [root], { env: environment, timeout: 20_000 })

    expect(second.status).toBe(0)
    page = await reopened
    expect(page.url()).toMatch(/^navette:\/\/app\//)
  })
})
