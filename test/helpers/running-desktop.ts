import { fileURLToPath } from 'node:url'
import { onTestFinished, vi } from 'vitest'
import { type DesktopNavette, runDesktop } from '../../src/main/shell/run-desktop.ts'
import type { ContractEvent } from '../../src/preload/contract/events.ts'
import type { AppSettings } from '../../src/preload/contract/settings.ts'
import { answering, appSettings, aSyncState, readableLog } from './answering.ts'
import { forgetHandlers } from './electron-stand-in/ipc.ts'
import {
  app,
  BrowserWindow,
  dialog,
  Notification,
  nativeTheme,
  powerMonitor,
  session,
  shell,
  Tray,
} from './electron-stand-in.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { aConnectionView, aStandingProblem } from './views.ts'

const resources = fileURLToPath(new URL('../../resources', import.meta.url))

/** Everything that happened to the engine and to Electron, in its order. */
export const happened: string[] = []

/** An engine with one order that needs somebody, and three connections of which one takes stock. */
export const aNavette = (settings: Partial<AppSettings> = {}, more: Partial<DesktopNavette> = {}) => {
  const report = { startedAt: '', finishedAt: '', connections: [] }
  const answers = answering({
    settings: { get: () => appSettings(settings) },
    sync: {
      state: () => aSyncState({ needsPerson: 1 }),
      now: () => report,
      pause: ({ until }) => aSyncState({ state: 'paused', pausedUntil: until }),
      resume: () => aSyncState(),
    },
    problems: { list: () => [aStandingProblem({ orderId: 7 })] },
    connections: {
      list: () => [
        aConnectionView({ id: 1 }),
        aConnectionView({ id: 2, stockUpdates: false }),
        aConnectionView({ id: 3, paused: true }),
      ],
    },
    stock: { syncNow: () => ({ sent: 0, message: '', nextSlotAt: null }) },
  })
  const navette: DesktopNavette = {
    answer: answers.answer,
    scheduler: { start: () => void happened.push('start'), wake: () => void happened.push('wake') },
    isKnownHost: (host) => host === 'laposte.fr',
    close: async () => void happened.push('close'),
    ...more,
  }
  return { navette, ...answers }
}

/** Starts the desktop over an engine, and hands out its voice. */
export const startDesktop = async (navette: DesktopNavette | readonly (DesktopNavette | Error)[]) => {
  const tries = Array.isArray(navette) ? [...navette] : [navette]
  const log = readableLog()
  let announce = (_: ContractEvent): void => {}
  await runDesktop({
    ...{ resources, log, dataDir: temporaryFolder() },
    renderer: '/app/out/renderer',
    preload: '/app/out/preload/index.cjs',
    open: async (given) => {
      announce = given
      const next = tries.shift()
      if (next instanceof Error) throw next
      if (next === undefined) throw new Error('There is no further try')
      return next
    },
  })
  return { log, announce: (event: ContractEvent) => announce(event) }
}

/** The newest window, tray or notification. */
export const last = <T>(all: readonly T[]): T => {
  const found = all.at(-1)
  if (found === undefined) throw new Error('There is none')
  return found
}

/** A PC on which Navette has never run; its minutes pass when told to. */
export const freshPc = (): void => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  happened.length = 0
  for (const emitter of [app, nativeTheme, powerMonitor, session.defaultSession]) emitter.removeAllListeners()
  Object.assign(app, {
    isSecond: false,
    languages: ['en-GB'],
    loginItem: null,
    isPackaged: true,
    paths: {},
    folder: temporaryFolder(),
  })
  app.done.length = 0
  BrowserWindow.all = []
  Tray.all = []
  Notification.all = []
  shell.opened.length = 0
  dialog.shown.length = 0
  dialog.answers = []
  nativeTheme.themeSource = 'system'
  forgetHandlers()
  onTestFinished(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })
}
