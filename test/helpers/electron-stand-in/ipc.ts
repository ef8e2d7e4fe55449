type Handler = Parameters<Electron.IpcMain['handle']>[1]

const handlers = new Map<string, Handler>()

/** The wall between the window and the program, with somebody to ask through it. */
export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
} satisfies Partial<Electron.IpcMain>

export const channels = (): readonly string[] => [...handlers.keys()]

export interface Asker {
  readonly sender: unknown
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null
}

/** Asks a question as a page would. */
export const ask = (channel: string, asker: Asker, input?: unknown): unknown => {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`Nobody listens to ${channel}`)
  // A sender made by hand has only what a host may look at.
  return handler(asker as unknown as Electron.IpcMainInvokeEvent, input)
}

/** Another application, as far as its wall goes. */
export const forgetHandlers = (): void => handlers.clear()
