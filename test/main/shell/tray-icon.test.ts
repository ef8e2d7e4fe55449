import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { trayIcon, trayIconFile } from '../../../src/main/shell/tray-icon.ts'
import { TRAY_STATES } from '../../../src/main/shell/tray-state.ts'
import { nativeTheme } from '../../helpers/electron-stand-in.ts'

const resources = fileURLToPath(new URL('../../../resources', import.meta.url))

/** Width and height stand in the first chunk of a PNG. */
const sideOf = (file: string): readonly number[] => {
  const png = readFileSync(file)
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}
const pathOf = (image: Electron.NativeImage): string => String('path' in image && image.path)

describe('tray icons', () => {
  it.each(TRAY_STATES.flatMap((state) => [true, false].map((darkBar) => [state, darkBar] as const)))(
    'are drawn for every bar and screen: %s, dark bar %s',
    (state, darkBar) => {
      const usual = trayIconFile(resources, state, darkBar, '')
      const panel = trayIconFile(resources, state, darkBar, '-22')

      const scaled = (file: string, scale: string): string => file.replace('.png', `@${scale}x.png`)
      expect(sideOf(usual)).toEqual([16, 16])
      expect(sideOf(scaled(usual, '1.25'))).toEqual([20, 20])
      expect(sideOf(scaled(usual, '1.5'))).toEqual([24, 24])
      expect(sideOf(scaled(usual, '2'))).toEqual([32, 32])
      expect(sideOf(panel)).toEqual([22, 22])
      expect(sideOf(scaled(panel, '2'))).toEqual([44, 44])
    },
  )

  it('differ in shape, not only in colour', () => {
    const drawn = TRAY_STATES.map((state) => readFileSync(trayIconFile(resources, state, false, '')).toString('base64'))

    expect(new Set(drawn).size).toBe(TRAY_STATES.length)
  })

  it('follow the bar, not the theme of our window', () => {
    nativeTheme.shouldUseDarkColors = false
    nativeTheme.shouldUseDarkColorsForSystemIntegratedUI = true
    const onDark = pathOf(trayIcon(resources, 'ok'))
    nativeTheme.shouldUseDarkColorsForSystemIntegratedUI = false
    const onLight = pathOf(trayIcon(resources, 'ok'))

    expect([onDark, onLight]).toEqual([expect.stringContaining('ok-white'), expect.stringContaining('ok-black')])
  })

  it('come with the icons that the installers look for', () => {
    expect(['icon.png', 'icon.ico', 'icon.icns'].filter((name) => !existsSync(`${resources}/${name}`))).toEqual([])
    expect(sideOf(`${resources}/icon.png`)).toEqual([512, 512])
  })
})
