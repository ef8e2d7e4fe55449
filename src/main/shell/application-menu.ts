import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { Words } from './words.ts'

const between: MenuItemConstructorOptions = { type: 'separator' }

/**
 * What the system's own keys need: editing, zoom, closing. macOS shows it; elsewhere it is there for its keys and the bar stays hidden.
 * No *Reload*: Ctrl+R means *Sync now*.
 */
export const applicationMenu = (words: Words, openSettings: () => void): readonly MenuItemConstructorOptions[] => {
  const item = (role: NonNullable<MenuItemConstructorOptions['role']>, label: string) => ({ role, label })
  const ofMac: MenuItemConstructorOptions = {
    label: 'Navette',
    submenu: [
      item('about', words('menu.about')),
      between,
      { label: words('tray.settings'), accelerator: 'Command+,', click: openSettings },
      between,
      item('hide', words('menu.hide')),
      item('hideOthers', words('menu.hideOthers')),
      item('unhide', words('menu.showAll')),
      between,
      item('quit', words('tray.quit')),
    ],
  }
  return [
    ...(process.platform === 'darwin' ? [ofMac] : []),
    {
      label: words('menu.edit'),
      submenu: [
        item('undo', words('menu.undo')),
        item('redo', words('menu.redo')),
        between,
        item('cut', words('menu.cut')),
        item('copy', words('menu.copy')),
        item('paste', words('menu.paste')),
        item('selectAll', words('menu.selectAll')),
      ],
    },
    {
      label: words('menu.view'),
      submenu: [
        item('resetZoom', words('menu.actualSize')),
        item('zoomIn', words('menu.zoomIn')),
        item('zoomOut', words('menu.zoomOut')),
        between,
        item('togglefullscreen', words('menu.fullScreen')),
        ...(app.isPackaged ? [] : [item('toggleDevTools', words('menu.developerTools'))]),
      ],
    },
    {
      label: words('menu.window'),
      submenu: [item('minimize', words('menu.minimize')), item('close', words('menu.close'))],
    },
  ]
}

export const setApplicationMenu = (words: Words, openSettings: () => void): void =>
  Menu.setApplicationMenu(Menu.buildFromTemplate([...applicationMenu(words, openSettings)]))
