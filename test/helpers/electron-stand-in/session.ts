import { EventEmitter } from 'node:events'
import { aHappening } from './happening.ts'

type Requested = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type Checked = Parameters<Electron.Session['setPermissionCheckHandler']>[0]
type BeforeRequest = (
  details: Pick<Electron.OnBeforeRequestListenerDetails, 'url'>,
  callback: (response: Electron.CallbackResponse) => void,
) => void
type Handle = (request: Request) => Response | Promise<Response>

type UsedOfSession =
  | 'setBluetoothPairingHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setPermissionRequestHandler'
  | 'setSpellCheckerEnabled'

class StandInProtocol implements Pick<Electron.Protocol, 'handle' | 'registerSchemesAsPrivileged'> {
  schemes: Electron.CustomScheme[] = []
  private readonly handlers = new Map<string, Handle>()

  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    this.schemes = schemes
  }
  handle(scheme: string, handler: Handle): void {
    this.handlers.set(scheme, handler)
  }
  /** What a page gets for an address. */
  async get(url: string, init?: RequestInit): Promise<Response> {
    const scheme = url.slice(0, url.indexOf(':'))
    const handler = this.handlers.get(scheme)
    if (handler === undefined) throw new Error(`Nobody serves ${scheme}`)
    return handler(new Request(url, init))
  }
}
export const protocol = new StandInProtocol()

class StandInSession extends EventEmitter implements Pick<Electron.Session, UsedOfSession> {
  readonly protocol = new StandInProtocol()
  spellChecker = true
  private requested: Requested = null
  private checked: Checked = null
  private device: Parameters<Electron.Session['setDevicePermissionHandler']>[0] = null
  private beforeRequest: BeforeRequest | null = null
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest): void => {
      this.beforeRequest = listener
    },
  }

  setPermissionRequestHandler(handler: Requested): void {
    this.requested = handler
  }
  setPermissionCheckHandler(handler: Checked): void {
    this.checked = handler
  }
  setDevicePermissionHandler(handler: Parameters<Electron.Session['setDevicePermissionHandler']>[0]): void {
    this.device = handler
  }
  setDisplayMediaRequestHandler(): void {}
  setBluetoothPairingHandler(): void {}
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled
  }

  /** What a page gets that asks for a permission, and one that looks whether it has it; without a handler Electron grants it. */
  permissions(permission: string, requestingUrl: string): { readonly requested: boolean; readonly checked: boolean } {
    let requested = true
    const answered = (given: boolean): void => {
      requested = given
    }
    // Only what the handlers look at.
    const contents = {} as Electron.WebContents
    const asked = permission as Parameters<NonNullable<Requested>>[1] & Parameters<NonNullable<Checked>>[1]
    this.requested?.(contents, asked, answered, { requestingUrl, isMainFrame: true })
    const origin = /^[a-z]+:\/\/[^/]*/.exec(requestingUrl)?.[0] ?? ''
    return { requested, checked: this.checked?.(contents, asked, origin, { isMainFrame: true, requestingUrl }) ?? true }
  }
  /** A page asks for a device, such as one on USB. */
  givesDevice(details: Electron.DevicePermissionHandlerHandlerDetails): boolean {
    return this.device?.(details) ?? true
  }
  /** A page asks the network for something. */
  isCancelled(url: string): boolean {
    let cancelled = false
    this.beforeRequest?.({ url }, ({ cancel }) => {
      cancelled = cancel === true
    })
    return cancelled
  }
  isDownloadStopped(url: string): boolean {
    const event = aHappening({})
    this.emit('will-download', event, { getURL: () => url })
    return event.defaultPrevented
  }
}
export const session = { defaultSession: new StandInSession() }
