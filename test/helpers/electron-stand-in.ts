import { EventEmitter } from 'node:events'
import { app } from './electron-stand-in/app.ts'
import { ipcMain } from './electron-stand-in/ipc.ts'
import { protocol, session } from './electron-stand-in/session.ts'
import { Menu, Notification, nativeImage, nativeTheme, Tray } from './electron-stand-in/tray.ts'
import { BrowserWindow } from './electron-stand-in/window.ts'

/** What the seller was shown before there was a window, and what they pressed (the last button, unless told otherwise). */
class Dialog {
  readonly shown: Electron.MessageBoxOptions[] = []
  answers: number[] = []
  async showMessageBox(options: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> {
    this.shown.push(options)
    return { response: this.answers.shift() ?? (options.buttons?.length ?? 1) - 1, checkboxChecked: false }
  }
}
class Shell implements Pick<Electron.Shell, 'openExternal'> {
  readonly opened: string[] = []
  async openExternal(url: string): Promise<void> {
    this.opened.push(url)
  }
}

export const dialog = new Dialog()
export const powerMonitor = new EventEmitter()
export const shell = new Shell()
export { app, BrowserWindow, ipcMain, Menu, Notification, nativeImage, nativeTheme, protocol, session, Tray }

/** Every name exists in the real module. */
export default {
  ...{ app, BrowserWindow, dialog, ipcMain, Menu, nativeImage, nativeTheme, Notification, powerMonitor, protocol },
  ...{ session, shell, Tray },
} satisfies { [K in keyof typeof import('electron')]?: unknown }
