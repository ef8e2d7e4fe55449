import { EventEmitter } from 'node:events'
import { app } from './app.ts'
import { aHappening } from './happening.ts'

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

class Contents extends EventEmitter implements Pick<Electron.WebContents, 'getURL' | 'isDestroyed' | 'send'> {
  readonly sent: { readonly channel: string; readonly value: unknown }[] = []
  private opening: OpenHandler = () => ({ action: 'allow' })
  destroyed = false
  address = ''

  getURL(): string {
    return this.address
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  send(channel: string, value: unknown): void {
    this.sent.push({ channel, value })
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.opening = handler
  }
  /** A page calls `window.open`. */
  openWindow(url: string): 'allow' | 'deny' {
    return this.opening({
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'default' },
    }).action
  }
  /** Something is about to happen to the page; true when a listener stopped it. */
  isStopped(name: string, more: object = {}): boolean {
    const event = aHappening(more)
    this.emit(name, event)
    return event.defaultPrevented
  }
}

type Used =
  | 'destroy'
  | 'focus'
  | 'getNormalBounds'
  | 'isFocused'
  | 'isMinimized'
  | 'loadURL'
  | 'restore'
  | 'setMenuBarVisibility'
  | 'show'

/** A window without a screen. */
export class BrowserWindow extends EventEmitter implements Pick<Electron.BrowserWindow, Used> {
  static all: BrowserWindow[] = []
  readonly webContents = new Contents()
  readonly addresses: string[] = []
  readonly done: string[] = []
  minimized = false
  focused = false
  bounds: Electron.Rectangle = { x: 10, y: 20, width: 1000, height: 700 }
  readonly options: Electron.BrowserWindowConstructorOptions

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    this.options = options
    BrowserWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(address: string): Promise<void> {
    this.addresses.push(address)
    this.webContents.address = address
  }
  show(): void {
    this.done.push('show')
  }
  focus(): void {
    this.done.push('focus')
    this.focused = true
  }
  restore(): void {
    this.minimized = false
  }
  isFocused(): boolean {
    return this.focused
  }
  isMinimized(): boolean {
    return this.minimized
  }
  getNormalBounds(): Electron.Rectangle {
    return this.bounds
  }
  setMenuBarVisibility(): void {}
  destroy(): void {
    this.webContents.destroyed = true
    this.done.push('destroy')
    this.emit('closed')
  }
  /** The seller presses the cross. */
  close(): void {
    this.emit('close', aHappening({}))
    this.destroy()
    // So does Electron, when nobody listens.
    if (!app.emit('window-all-closed')) app.quit()
  }
}
