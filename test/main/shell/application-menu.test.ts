import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { applicationMenu } from '../../../src/main/shell/application-menu.ts'
import { readWords } from '../../../src/main/shell/words.ts'
import { app } from '../../helpers/electron-stand-in.ts'

const words = readWords(fileURLToPath(new URL('../../../resources', import.meta.url)), 'en')
const systemIs = (platform: NodeJS.Platform): void =>
  void vi.spyOn(process, 'platform', 'get').mockReturnValue(platform)

const rolesOf = (): readonly string[] =>
  applicationMenu(words, () => {})
    .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
    .flatMap(({ role }) => role ?? [])

afterEach(() => {
  vi.restoreAllMocks()
  app.isPackaged = true
})

describe('the menu of the application', () => {
  it.each<NodeJS.Platform>(['win32', 'linux', 'darwin'])(
    'has the keys to copy, paste, zoom and close: %s',
    (platform) => {
      systemIs(platform)

      expect(rolesOf()).toEqual(expect.arrayContaining(['copy', 'paste', 'zoomIn', 'zoomOut', 'resetZoom', 'close']))
    },
  )

  it('has no way to reload, since Ctrl+R syncs, nor to look inside what is packaged', () => {
    systemIs('linux')

    expect(rolesOf()).not.toContain('reload')
    expect(rolesOf()).not.toContain('forceReload')
    expect(rolesOf()).not.toContain('toggleDevTools')
  })

  it('can be quit and leads to the settings on macOS, whose bar shows it', () => {
    systemIs('darwin')
    const opened: string[] = []

    const [own] = applicationMenu(words, () => void opened.push('settings'))
    const entries = Array.isArray(own?.submenu) ? own.submenu : []
    // The entry looks at none of what Electron hands it.
    ;(entries.find(({ label }) => label === 'Settings')?.click as (() => void) | undefined)?.()

    expect(rolesOf()).toContain('quit')
    expect(opened).toEqual(['settings'])
  })
})
