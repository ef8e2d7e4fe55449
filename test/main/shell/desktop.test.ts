import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { ContractEvent } from '../../../src/preload/contract/events.ts'
import { appSettings, aSyncState } from '../../helpers/answering.ts'
import { ask } from '../../helpers/electron-stand-in/ipc.ts'
import {
  app,
  BrowserWindow,
  Menu,
  Notification,
  nativeTheme,
  powerMonitor,
  shell,
  Tray,
} from '../../helpers/electron-stand-in.ts'
import { aNavette, freshPc, happened, last, startDesktop } from '../../helpers/running-desktop.ts'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

beforeEach(freshPc)

describe('the desktop while it runs', () => {
  it('answers its window, and nobody else', async () => {
    await startDesktop(aNavette().navette)
    const senderFrame = { url: 'navette://app/', parent: null }

    const ours = await ask('sync:state', { sender: last(BrowserWindow.all).webContents, senderFrame })
    const foreign = await ask('sync:state', { sender: {}, senderFrame })

    expect(ours).toMatchObject({ ok: true })
    expect(foreign).toMatchObject({ ok: false })
  })

  it('guards every page, and opens links of known hosts in the browser', async () => {
    await startDesktop(aNavette().navette)
    const { webContents } = last(BrowserWindow.all)

    const opened = ['https://www.laposte.fr/suivi', 'https://evil.example/'].map((url) => webContents.openWindow(url))

    expect(opened).toEqual(['deny', 'deny'])
    expect(webContents.isStopped('will-navigate', { url: 'https://evil.example/' })).toBe(true)
    expect(shell.opened).toEqual(['https://www.laposte.fr/suivi'])
  })

  it('tells the window and the tray what happens', async () => {
    const { announce } = await startDesktop(aNavette().navette)
    const event: ContractEvent = { name: 'sync-state', value: aSyncState({ state: 'offline' }) }

    announce(event)

    expect(last(BrowserWindow.all).webContents.sent).toEqual([{ channel: 'navette:event', value: event }])
    expect(last(Tray.all).icon).toBe('offline-black')
  })

  it('notifies at the end of a cycle, and a click opens the order', async () => {
    const { announce } = await startDesktop(aNavette().navette)

    announce({ name: 'sync-state', value: aSyncState({ needsPerson: 1 }) })
    await vi.waitFor(() => expect(Notification.all).toHaveLength(1))
    last(Notification.all).emit('click')

    expect(last(Notification.all).title).toBe('1 order has an unknown SKU')
    expect(last(BrowserWindow.all).addresses.at(-1)).toBe('navette://app/#/orders/7')
  })

  it('looks every minute, since quiet hours end without a sound', async () => {
    await startDesktop(aNavette().navette)

    vi.advanceTimersByTime(60_000)

    await vi.waitFor(() => expect(Notification.all).toHaveLength(1))
  })

  it('wakes the engine when the PC wakes', async () => {
    await startDesktop(aNavette().navette)

    powerMonitor.emit('resume')

    expect(happened).toEqual(['start', 'wake'])
  })

  it('follows the settings: theme, language, start with the computer', async () => {
    vi.spyOn(process, 'platform', 'get').mockReturnValue('win32')
    const { announce } = await startDesktop(aNavette({ theme: 'dark' }).navette)
    const atStart = [nativeTheme.themeSource, app.loginItem?.openAtLogin]

    announce({ name: 'settings-changed', value: appSettings({ theme: 'light', startWithComputer: true }) })

    expect(atStart).toEqual(['dark', false])
    expect([nativeTheme.themeSource, app.loginItem?.openAtLogin]).toEqual(['light', true])
    expect(Menu.application?.template.map(({ label }) => label)).toEqual(['Edit', 'View', 'Window'])
  })

  it('does what the tray says through the questions of the contract', async () => {
    const { navette, inputsOf } = aNavette()
    await startDesktop(navette)
    const tray = last(Tray.all)
    const pauses = tray.menu?.template.find(({ label }) => label === 'Pause')?.submenu

    tray.press('Sync now')
    tray.press('Sync stock now')
    tray.press('Until I resume', Array.isArray(pauses) ? pauses : [])
    await settled()

    expect(inputsOf('sync:now')).toEqual([{ connectionId: null }])
    expect(inputsOf('stock:syncNow')).toEqual([{ connectionId: 1, job: null }])
    expect(inputsOf('sync:pause')).toEqual([{ until: null }])
  })

  it('opens what the tray names', async () => {
    await startDesktop(aNavette().navette)

    last(Tray.all).press('Settings')
    last(Tray.all).press('1 needs attention')

    expect(last(BrowserWindow.all).addresses).toEqual([
      'navette://app/',
      'navette://app/#/settings',
      'navette://app/#/orders',
    ])
  })
})
