import { expect, it } from 'vitest'
import { desktopDataFolder } from '../../../src/main/cli/data-folder.ts'

it.each([
  ['linux', {}, '/home/me/.config/Navette'],
  ['linux', { XDG_CONFIG_HOME: '/elsewhere' }, '/elsewhere/Navette'],
  ['darwin', { XDG_CONFIG_HOME: '/elsewhere' }, '/home/me/Library/Application Support/Navette'],
  ['win32', { APPDATA: '/roaming' }, '/roaming/Navette'],
] as const)('the desktop keeps its data on %s with %o in %s', (platform, environment, folder) => {
  expect(desktopDataFolder({ platform, environment, home: '/home/me' })).toBe(folder)
})
