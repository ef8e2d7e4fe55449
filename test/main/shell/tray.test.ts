import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createMoments } from '../../../src/main/shell/moments.ts'
import { createTray } from '../../../src/main/shell/tray.ts'
import type { TrayActions } from '../../../src/main/shell/tray-menu.ts'
import { readWords } from '../../../src/main/shell/words.ts'
import type { SyncState } from '../../../src/preload/contract/sync.ts'
import { aSyncState } from '../../helpers/answering.ts'
import { nativeTheme, Tray } from '../../helpers/electron-stand-in.ts'

const resources = fileURLToPath(new URL('../../../resources', import.meta.url))
const words = readWords(resources, 'en')
const speech = { words, moments: createMoments('en', words) }

const isMac = process.platform === 'darwin'

const open = (first: Partial<SyncState> = {}) => {
  const pressed: string[] = []
  const press = (name: string) => (): void => void pressed.push(name)
  const actions: TrayActions = {
    openToDo: press('to do'),
    syncNow: press('sync'),
    syncStockNow: press('stock'),
    pause: press('pause'),
    resume: press('resume'),
    open: press('open'),
    openSettings: press('settings'),
    quit: press('quit'),
  }
  const shown = createTray(aSyncState(first), speech, { resources, actions, now: Date.now })
  const tray = Tray.all.at(-1)
  if (tray === undefined) throw new Error('There is no tray')
  return { tray, shown, pressed }
}

describe('the tray', () => {
  it('shows icon, tooltip and menu from the start', () => {
    const { tray } = open({ needsPerson: 2 })

    expect(tray.icon).toBe('attention-black')
    expect(tray.tooltip).toBe('2 need attention')
    expect(tray.labels).toContain('2 need attention')
  })

  it('follows what happens', () => {
    const { tray, shown } = open()

    shown.show(aSyncState({ state: 'syncing' }), speech)
    const syncing = [tray.icon, tray.tooltip]
    shown.show(aSyncState({ state: 'paused' }), speech)

    expect(syncing).toEqual(['syncing-black', 'Syncing'])
    expect([tray.icon, tray.tooltip]).toEqual(['paused-black', 'Paused until you resume'])
  })

  it('leaves an open menu alone while it reads the same', () => {
    const { tray, shown } = open()

    shown.show(aSyncState(), speech)

    expect(tray.menusSet).toBe(1)
  })

  // macOS colours the icon itself.
  it.skipIf(isMac)('is redrawn when the bar turns dark', () => {
    const { tray } = open()

    nativeTheme.shouldUseDarkColorsForSystemIntegratedUI = true
    nativeTheme.emit('updated')

    nativeTheme.shouldUseDarkColorsForSystemIntegratedUI = false
    expect(tray.icon).toBe('ok-white')
  })

  it('does what is pressed; a click on the icon opens the window', () => {
    const { tray, pressed } = open({ needsPerson: 1 })

    // On macOS a click on the icon opens the menu.
    for (const label of ['1 needs attention', 'Sync now', 'Sync stock now', 'Open Navette', 'Settings', 'Quit'])
      tray.press(label)
    if (!isMac) tray.emit('click')

    expect(pressed).toEqual(['to do', 'sync', 'stock', 'open', 'settings', 'quit', ...(isMac ? [] : ['open'])])
  })

  it('is painted no more once it is gone', () => {
    const { tray, shown } = open()

    shown.destroy()
    nativeTheme.shouldUseDarkColorsForSystemIntegratedUI = true
    nativeTheme.emit('updated')

    nativeTheme.shouldUseDarkColorsForSystemIntegratedUI = false
    expect([tray.destroyed, tray.icon]).toEqual([true, 'ok-black'])
  })
})
