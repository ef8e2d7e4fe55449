import { EventEmitter } from 'node:events'
import { aHappening } from './happening.ts'

type Used =
  | 'enableSandbox'
  | 'exit'
  | 'getAppPath'
  | 'getLoginItemSettings'
  | 'getPath'
  | 'getPreferredSystemLanguages'
  | 'getVersion'
  | 'isPackaged'
  | 'quit'
  | 'relaunch'
  | 'requestSingleInstanceLock'
  | 'setAppLogsPath'
  | 'setAppUserModelId'
  | 'setLoginItemSettings'
  | 'setName'
  | 'setPath'
  | 'whenReady'

/** The application: it remembers what was asked of it, and quits as Electron does, unless a listener objects. */
class App extends EventEmitter implements Pick<Electron.App, Used> {
  isPackaged = true
  /** Another instance holds the lock. */
  isSecond = false
  folder = '/nowhere'
  languages = ['en-GB']
  /** Paths that were set; any other is the folder. */
  paths: Record<string, string> = {}
  becomesReady: Promise<void> = Promise.resolve()
  readonly done: string[] = []
  loginItem: Electron.Settings | null = null

  enableSandbox(): void {
    this.done.push('sandbox')
  }
  getAppPath(): string {
    return this.folder
  }
  getPath(name: string): string {
    return this.paths[name] ?? this.folder
  }
  setPath(name: string, path: string): void {
    this.paths[name] = path
  }
  setAppLogsPath(path?: string): void {
    this.paths['logs'] = path ?? this.folder
  }
  setAppUserModelId(): void {}
  setName(): void {}
  getVersion(): string {
    return '1.0.0'
  }
  getPreferredSystemLanguages(): string[] {
    return this.languages
  }
  getLoginItemSettings(): Electron.LoginItemSettings {
    return {
      openAtLogin: this.loginItem?.openAtLogin ?? false,
      wasOpenedAtLogin: false,
      status: 'enabled',
      executableWillLaunchAtLogin: false,
      launchItems: [],
    }
  }
  setLoginItemSettings(settings: Electron.Settings): void {
    this.loginItem = settings
  }
  requestSingleInstanceLock(): boolean {
    return !this.isSecond
  }
  relaunch(): void {
    this.done.push('relaunch')
  }
  async whenReady(): Promise<void> {
    await this.becomesReady
    this.done.push('ready')
  }
  exit(code = 0): void {
    this.done.push(`exit ${code}`)
  }
  quit(): void {
    const event = aHappening({})
    this.emit('before-quit', event)
    this.done.push(event.defaultPrevented ? 'quit put off' : 'quit')
  }
}

export const app = new App()
