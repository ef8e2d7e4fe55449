import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { logUncaught, openFileLog } from './shell/file-log.ts'
import { runDesktop } from './shell/run-desktop.ts'
import { chosenLanguage } from './shell/words.ts'

app.setName('Navette')
const root = app.getAppPath()
const resources = app.isPackaged ? join(process.resourcesPath, 'resources') : join(root, 'resources')
const dataDir = join(app.getPath('appData'), 'Navette')
// What Chromium keeps for itself stays out of the way of the database.
mkdirSync(dataDir, { recursive: true, mode: 0o700 })
app.setPath('userData', join(dataDir, 'window'))
app.setAppLogsPath(join(dataDir, 'logs'))
app.setAppUserModelId('app.navette.desktop')

const log = openFileLog(app.getPath('logs'))
logUncaught(log)

// Not awaited: Electron is ready only once this module has been evaluated (electron/electron#40719).
runDesktop({
  ...{ resources, dataDir, log },
  renderer: join(root, 'out', 'renderer'),
  preload: join(root, 'out', 'preload', 'index.cjs'),
  open: async (announce) => {
    // Loaded late: a second instance needs none of it.
    const { createNavette } = await import('./navette.ts')
    return createNavette({
      ...{ dataDir, log, announce, resources },
      holder: 'the desktop application',
      secrets: { kind: 'keychain' },
      about: {
        version: app.getVersion(),
        host: 'desktop',
        platform: process.platform,
        systemLocale: chosenLanguage('system', app.getPreferredSystemLanguages()),
      },
    })
  },
}).catch((error: unknown) => {
  log.error('the desktop ended', { error })
  app.exit(1)
})
