import { join } from 'node:path'
import { app, nativeTheme, powerMonitor, session } from 'electron'
import type { ContractEvent } from '../../preload/contract/events.ts'
import type { Reply } from '../../preload/contract/reply.ts'
import type { Answer } from '../answers/answer.ts'
import { createAsk } from './ask.ts'
import { createDesktop, type Desktop } from './desktop.ts'
import { createLinkOpener, type IsKnownHost } from './external-links.ts'
import { guardContents } from './guard-contents.ts'
import { guardSession } from './guard-session.ts'
import type { Log } from './log.ts'
import { startedInTray } from './login-item.ts'
import { createMainWindow, type MainWindow } from './main-window.ts'
import { registerScreensScheme, serveScreens } from './screens-protocol.ts'
import { serve } from './serve.ts'
import { wantsAnotherTry } from './start-trouble.ts'

/** What the desktop needs of `navette.ts`. */
export interface DesktopNavette {
  readonly answer: Answer
  readonly scheduler: { start(): void; wake(): void }
  readonly isKnownHost: IsKnownHost
  /** Finishes the call in flight, then closes the database. */
  close(): Promise<void>
}

export interface DesktopOptions {
  readonly open: (announce: (event: ContractEvent) => void) => Promise<DesktopNavette>
  /** Of icons and texts. */
  readonly resources: string
  /** The built screens. */
  readonly renderer: string
  readonly preload: string
  readonly dataDir: string
  readonly log: Log
}

interface Running {
  readonly navette: DesktopNavette
  readonly window: MainWindow
  readonly desktop: Desktop
}

/**
 * Electron's life cycle around the engine: one instance, a tray that outlives the window, and an end that finishes the call in flight. Must
 * be called before the application is ready.
 */
export const runDesktop = async (options: DesktopOptions): Promise<void> => {
  if (!app.requestSingleInstanceLock()) return app.quit()
  app.enableSandbox()
  registerScreensScheme()

  const { log } = options
  let running: Running | null = null
  let closing = false
  const openLink = createLinkOpener((host) => running?.navette.isKnownHost(host) ?? false, log)

  app.on('web-contents-created', (_, contents) => guardContents(contents, openLink))
  app.on('child-process-gone', (_, { type, reason }) => log.warn('a process of Electron ended', { type, reason }))
  app.on('activate', () => running?.window.show())
  app.on('second-instance', () => {
    // Who starts Navette while it closes wants it open.
    if (closing) app.relaunch()
    else running?.window.show()
  })
  // Without a listener Electron would quit: the tray stays.
  app.on('window-all-closed', () => {})
  app.on('before-quit', (event) => {
    if (running === null) return
    event.preventDefault()
    if (closing) return
    closing = true
    void close(running, log).then(() => {
      running = null
      app.quit()
    })
  })

  await app.whenReady()
  guardSession(session.defaultSession, { devTools: !app.isPackaged })
  serveScreens(session.defaultSession.protocol, options.renderer)
  running = await start(options)
  if (running === null) return app.quit()
  const { navette, window } = running
  powerMonitor.on('resume', () => navette.scheduler.wake())
  powerMonitor.on('shutdown', () => app.quit())
  navette.scheduler.start()
  if (!startedInTray(process.argv)) window.show()
}

/** Null when it cannot be opened and the seller gives up. */
const start = async (options: DesktopOptions): Promise<Running | null> => {
  for (;;) {
    try {
      return await startOnce(options)
    } catch (error) {
      if (!(await wantsAnotherTry(error, options.resources, options.log))) return null
    }
  }
}

const startOnce = async ({ open, log, resources, preload, dataDir }: DesktopOptions): Promise<Running> => {
  // What is announced before anybody listens is not lost: whoever starts to listen asks first.
  let hear = (_: ContractEvent): void => {}
  const navette = await open((event) => hear(event))
  try {
    const ask = createAsk(navette.answer)
    const settings = answerOf(await ask.settings.get())
    const sync = answerOf(await ask.sync.state())
    const window = createMainWindow({
      ...{ preload, log, now: Date.now, devTools: !app.isPackaged },
      icon: join(resources, 'icon.png'),
      background: () => (nativeTheme.shouldUseDarkColors ? '#131517' : '#f4f5f3'),
      onClosed: () => desktop.quitsWithWindow() && app.quit(),
    })
    const toldFile = join(dataDir, 'told.json')
    const desktop = createDesktop(settings, sync, { ask, window, resources, toldFile, log, now: Date.now })
    serve({ answer: navette.answer, isWindow: window.isOwn, log })
    hear = (event) => {
      window.announce(event)
      desktop.hear(event)
    }
    return { navette, window, desktop }
  } catch (error) {
    await navette.close()
    throw error
  }
}

/** The screens go first, then the call in flight ends, then the database closes. */
const close = async ({ window, desktop, navette }: Running, log: Log): Promise<void> => {
  window.destroy()
  desktop.close()
  await navette.close().catch((error: unknown) => log.error('Navette did not close well', { error }))
}

const answerOf = <T>(reply: Reply<T>): T => {
  if (reply.ok) return reply.value
  throw new Error(reply.fault.message)
}
