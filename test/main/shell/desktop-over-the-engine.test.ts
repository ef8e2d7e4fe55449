import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { createNavette, type NavetteOptions } from '../../../src/main/navette.ts'
import { runDesktop } from '../../../src/main/shell/run-desktop.ts'
import { readableLog } from '../../helpers/answering.ts'
import { ask } from '../../helpers/electron-stand-in/ipc.ts'
import { app, BrowserWindow, shell, Tray } from '../../helpers/electron-stand-in.ts'
import { last } from '../../helpers/running-desktop.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const resources = fileURLToPath(new URL('../../../resources', import.meta.url))

// The first cycle of a folder ends with the day's work, a copy of the database among it.
const PATIENCE = { timeout: 30_000 }

it('lives from the first start to a closed database', { timeout: 60_000 }, async () => {
  const dataDir = temporaryFolder()
  const log = readableLog()
  const engine: Omit<NavetteOptions, 'announce'> = {
    ...{ dataDir, log, resources, holder: 'the desktop application' },
    secrets: { kind: 'memory', databaseKey: '0123456789abcdef'.repeat(4) },
    about: { version: '1.0.0', host: 'desktop', platform: 'linux', systemLocale: 'en-GB' },
  }
  const open = (announce: NavetteOptions['announce']) => createNavette({ ...engine, announce })
  const fromWindow = () => ({
    sender: last(BrowserWindow.all).webContents,
    senderFrame: { url: 'navette://app/', parent: null },
  })

  await runDesktop({ open, log, resources, dataDir, renderer: join(dataDir, 'renderer'), preload: 'preload.cjs' })
  const info = await ask('app:info', fromWindow())
  await ask('sync:pause', fromWindow(), { until: null })
  await vi.waitFor(() => expect(last(Tray.all).tooltip).toBe('Paused until you resume'), PATIENCE)
  last(BrowserWindow.all).webContents.openWindow('https://www.laposte.fr/outils/suivre-vos-envois?code=8R1')
  const second = await open(() => {}).catch((error: unknown) => String(error))
  app.quit()
  await vi.waitFor(() => expect(app.done.at(-1)).toBe('quit'), PATIENCE)
  const reopened = await open(() => {})
  await reopened.close()

  expect(info).toMatchObject({ ok: true, value: { host: 'desktop', dataDir, connected: false } })
  expect(shell.opened).toEqual(['https://www.laposte.fr/outils/suivre-vos-envois?code=8R1'])
  expect(second).toContain('in use by the desktop application')
  expect(log.lines).toEqual([])
})
