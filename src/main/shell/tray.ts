import { Menu, nativeTheme, Tray } from 'electron'
import type { SyncState } from '../../preload/contract/sync.ts'
import { trayIcon } from './tray-icon.ts'
import { type Speech, type TrayActions, trayMenu } from './tray-menu.ts'
import { trayState, trayTooltip } from './tray-state.ts'

interface Needs {
  readonly resources: string
  readonly actions: TrayActions
  readonly now: () => number
}

export interface ShellTray {
  show(sync: SyncState, speech: Speech): void
  destroy(): void
}

/** The icon beside the clock: what Navette is doing, and the few things one wants of it without a window. */
export const createTray = (first: SyncState, speech: Speech, { resources, actions, now }: Needs): ShellTray => {
  let sync = first
  let speaking = speech
  let shown = ''
  const tray = new Tray(trayIcon(resources, trayState(first)))

  const paint = (): void => tray.setImage(trayIcon(resources, trayState(sync)))
  const write = (): void => {
    const template = trayMenu(sync, speaking, actions, now())
    const tooltip = trayTooltip(sync, speaking.words, speaking.moments, now())
    // An open menu may vanish when it is replaced, so it is only replaced when it reads differently.
    const text = JSON.stringify([tooltip, template])
    if (text === shown) return
    shown = text
    tray.setToolTip(tooltip)
    tray.setContextMenu(Menu.buildFromTemplate([...template]))
  }
  // macOS opens the menu on a click of either button.
  if (process.platform !== 'darwin') tray.on('click', actions.open)
  nativeTheme.on('updated', paint)
  write()

  return {
    show(next, inWords) {
      const repaint = trayState(next) !== trayState(sync)
      sync = next
      speaking = inWords
      if (repaint) paint()
      write()
    },
    destroy() {
      nativeTheme.off('updated', paint)
      tray.destroy()
    },
  }
}
