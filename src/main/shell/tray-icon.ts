import { join } from 'node:path'
import { type NativeImage, nativeImage, nativeTheme } from 'electron'
import type { TrayState } from './tray-state.ts'

/** Linux panels are 22 pixels high; elsewhere 16, and Electron picks the file for the screen (`@1.25x` to `@2x`) by itself. */
const SIZE = process.platform === 'linux' ? '-22' : ''

/** The file of a state for a bar that is light or dark. */
export const trayIconFile = (resources: string, state: TrayState, darkBar: boolean, size = SIZE): string =>
  join(resources, 'icons', 'tray', `${state}-${darkBar ? 'white' : 'black'}${size}.png`)

/** One colour that follows the bar; on macOS the system colours it. */
export const trayIcon = (resources: string, state: TrayState): NativeImage => {
  const isMac = process.platform === 'darwin'
  // Not the theme of our window: the bar may be dark while windows are light.
  const darkBar = !isMac && nativeTheme.shouldUseDarkColorsForSystemIntegratedUI
  const image = nativeImage.createFromPath(trayIconFile(resources, state, darkBar))
  if (isMac) image.setTemplateImage(true)
  return image
}
