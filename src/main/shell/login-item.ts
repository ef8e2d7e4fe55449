import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import type { Log } from './log.ts'

/** Started with the computer, Navette opens no window. */
export const IN_TRAY = '--in-tray'

export const startedInTray = (words: readonly string[]): boolean =>
  words.includes(IN_TRAY) || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)

/** Has the system start Navette with the computer, or no longer. An unpackaged one would start a bare Electron, so it is left alone. */
export const startWithComputer = (wanted: boolean, log: Log): void => {
  if (!app.isPackaged) return
  try {
    if (process.platform === 'linux') keepAutostartFile(wanted)
    else app.setLoginItemSettings({ openAtLogin: wanted, args: [IN_TRAY] })
  } catch (error) {
    log.warn('starting with the computer could not be set', { error })
  }
}

/** Linux desktops start what lies in this folder (XDG autostart specification); Electron does not do it for us. */
const keepAutostartFile = (wanted: boolean): void => {
  const folder = join(app.getPath('appData'), 'autostart')
  const file = join(folder, 'navette.desktop')
  if (wanted) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, autostartEntry())
  } else rmSync(file, { force: true })
}

const autostartEntry = (): string => {
  // An AppImage runs from a mount that is gone tomorrow; it names the file it came from.
  const program = process.env['APPIMAGE'] ?? app.getPath('exe')
  const lines = ['[Desktop Entry]', 'Type=Application', 'Name=Navette', `Exec=${quoted(program)} ${IN_TRAY}`]
  return `${lines.join('\n')}\n`
}

/** As the desktop entry specification quotes an argument: escaped twice, since the file itself reads backslashes too. */
const quoted = (path: string): string =>
  `"${path.replaceAll('%', '%%').replace(/["`$\\]/g, (sign) => (sign === '\\' ? '\\\\\\\\' : `\\\\${sign}`))}"`
