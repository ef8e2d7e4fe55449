import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startedInTray, startWithComputer } from '../../../src/main/shell/login-item.ts'
import { readableLog } from '../../helpers/answering.ts'
import { app } from '../../helpers/electron-stand-in.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

const log = readableLog()
const systemIs = (platform: NodeJS.Platform): void =>
  void vi.spyOn(process, 'platform', 'get').mockReturnValue(platform)
const entry = (): string => join(app.folder, 'autostart', 'navette.desktop')

beforeEach(() => {
  app.folder = temporaryFolder()
  app.isPackaged = true
  app.loginItem = null
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

describe('start with the computer', () => {
  it.each<NodeJS.Platform>(['win32', 'darwin'])('is asked of the system, without a window: %s', (platform) => {
    systemIs(platform)

    startWithComputer(true, log)

    expect(app.loginItem).toEqual({ openAtLogin: true, args: ['--in-tray'] })
  })

  it('is taken back', () => {
    systemIs('win32')

    startWithComputer(false, log)

    expect(app.loginItem).toMatchObject({ openAtLogin: false })
  })

  it('is a file on Linux, naming the AppImage that will be there tomorrow', () => {
    systemIs('linux')
    vi.stubEnv('APPIMAGE', '/home/a/My $Apps/100%/Navette.AppImage')

    startWithComputer(true, log)

    expect(readFileSync(entry(), 'utf8').split('\n')).toContain(
      'Exec="/home/a/My \\\\$Apps/100%%/Navette.AppImage" --in-tray',
    )
  })

  it('goes with its file on Linux', () => {
    systemIs('linux')

    startWithComputer(true, log)
    startWithComputer(false, log)

    expect(existsSync(entry())).toBe(false)
  })

  it('is left alone by an unpackaged Navette, which would start a bare Electron', () => {
    systemIs('linux')
    app.isPackaged = false

    startWithComputer(true, log)

    expect(existsSync(entry())).toBe(false)
  })

  it('opens no window', () => {
    expect([startedInTray(['navette', '--in-tray']), startedInTray(['navette'])]).toEqual([true, false])
  })
})
