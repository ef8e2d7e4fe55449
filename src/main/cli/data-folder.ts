import { join } from 'node:path'

interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/** Where programs keep their data, by the conventions Electron follows (`app.getPath('appData')`). */
const appData = ({ platform, environment, home }: Surroundings): string => {
  if (platform === 'win32') return environment['APPDATA'] || join(home, 'AppData', 'Roaming')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  return environment['XDG_CONFIG_HOME'] || join(home, '.config')
}

/** The desktop's own data folder: the headless host takes over where the desktop left off. */
export const desktopDataFolder = (surroundings: Surroundings): string => join(appData(surroundings), 'Navette')
