import { BrowserWindow, type Rectangle, type WebContents } from 'electron'
import type { ContractEvent } from '../../preload/contract/events.ts'
import { announce } from './announce.ts'
import type { Log } from './log.ts'
import { addressOf, type Place } from './screens-address.ts'

export interface MainWindow {
  /** Opens the window, or brings it to the front; null: wherever it is. */
  show(place?: Place | null): void
  announce(event: ContractEvent): void
  /** True for the contents of the open window. */
  isOwn(contents: WebContents): boolean
  isFocused(): boolean
  destroy(): void
}

export interface WindowNeeds {
  readonly preload: string
  readonly icon: string
  readonly devTools: boolean
  /** What shows until the screens have painted. */
  readonly background: () => string
  /** The seller closed it. */
  readonly onClosed: () => void
  readonly log: Log
  readonly now: () => number
}

const SMALLEST = { minWidth: 720, minHeight: 560 }
const USUAL = { width: 1400, height: 900 }
const MINUTE_MS = 60_000
const REOPENINGS_A_MINUTE = 2

/** One window at most: closed, it is destroyed to save memory; crashed, it opens again. */
export const createMainWindow = (needs: WindowNeeds): MainWindow => {
  let window: BrowserWindow | null = null
  let bounds: Rectangle | null = null
  let crashes: readonly number[] = []

  const create = (): BrowserWindow => {
    const created = new BrowserWindow({
      ...USUAL,
      ...bounds,
      ...SMALLEST,
      title: 'Navette',
      icon: needs.icon,
      show: false,
      backgroundColor: needs.background(),
      webPreferences: {
        preload: needs.preload,
        devTools: needs.devTools,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      },
    })
    created.setMenuBarVisibility(false)
    created.once('ready-to-show', () => created.show())
    created.on('close', () => {
      bounds = created.getNormalBounds()
    })
    created.on('closed', () => {
      if (window !== created) return
      window = null
      needs.onClosed()
    })
    created.webContents.on('render-process-gone', (_, { reason }) => reopen(created, reason))
    return created
  }
  const load = (address: string): void => {
    window?.loadURL(address).catch((error: unknown) => needs.log.error('the screens could not be loaded', { error }))
  }
  const reopen = (crashed: BrowserWindow, reason: string): void => {
    if (window !== crashed || reason === 'clean-exit') return
    const now = needs.now()
    needs.log.error('the window crashed', { reason })
    crashes = [...crashes.filter((at) => now - at < MINUTE_MS), now]
    destroy()
    // A window that cannot stay open is left closed: the tray, and a further start, still open it.
    if (crashes.length <= REOPENINGS_A_MINUTE) show()
  }
  const destroy = (): void => {
    const open = window
    window = null
    open?.destroy()
  }
  const show = (place: Place | null = null): void => {
    const open = window
    if (open === null) {
      window = create()
      load(addressOf(place))
      return
    }
    // Of an open page only the part after `#` changes, so it stays and hears `hashchange`; the same address would load it anew.
    if (place !== null && open.webContents.getURL() !== addressOf(place)) load(addressOf(place))
    if (open.isMinimized()) open.restore()
    open.show()
    open.focus()
  }

  return {
    show,
    announce: (event) => announce(window?.webContents ?? null, event),
    isOwn: (contents) => window?.webContents === contents,
    isFocused: () => window?.isFocused() ?? false,
    destroy,
  }
}
