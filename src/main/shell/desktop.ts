import { app, nativeTheme } from 'electron'
import type { ContractEvent } from '../../preload/contract/events.ts'
import type { AppSettings } from '../../preload/contract/settings.ts'
import type { SyncState } from '../../preload/contract/sync.ts'
import { setApplicationMenu } from './application-menu.ts'
import type { Ask } from './ask.ts'
import type { Log } from './log.ts'
import { startWithComputer } from './login-item.ts'
import type { MainWindow } from './main-window.ts'
import { createMoments } from './moments.ts'
import { createNotifications } from './notifications.ts'
import { openTold } from './told.ts'
import { createTray } from './tray.ts'
import type { Speech, TrayActions } from './tray-menu.ts'
import { chosenLanguage, readWords } from './words.ts'

interface Needs {
  readonly ask: Ask
  readonly window: MainWindow
  readonly resources: string
  /** Where it is kept what the seller has been told. */
  readonly toldFile: string
  readonly log: Log
  readonly now: () => number
}

export interface Desktop {
  hear(event: ContractEvent): void
  /** What closing the window means. */
  readonly quitsWithWindow: () => boolean
  close(): void
}

const MINUTE_MS = 60_000

/** Everything of the desktop that is not the window: tray, notifications, menu, theme and start with the computer follow the engine. */
export const createDesktop = (settingsAtStart: AppSettings, syncAtStart: SyncState, needs: Needs): Desktop => {
  const { ask, window, resources, log, now } = needs
  let settings = settingsAtStart
  let sync = syncAtStart
  let closed = false

  const speak = (): Speech => {
    const language = chosenLanguage(settings.language, app.getPreferredSystemLanguages())
    const words = readWords(resources, language)
    return { words, moments: createMoments(language, words) }
  }
  let speech = speak()

  const actions = createActions(needs)
  const tray = createTray(sync, speech, { resources, actions, now })
  const notifications = createNotifications({
    ...{ ask, now },
    told: openTold(needs.toldFile),
    settings: () => settings,
    speech: () => speech,
    isWatching: window.isFocused,
    open: window.show,
  })
  const look = (): void => {
    notifications.look().catch((error: unknown) => log.error('a notification failed', { error }))
  }
  const follow = (): void => {
    nativeTheme.themeSource = settings.theme
    setApplicationMenu(speech.words, actions.openSettings)
    startWithComputer(settings.startWithComputer, log)
  }
  // Quiet hours end, deadlines come near and "today" turns into yesterday without anybody saying so.
  const eachMinute = setInterval(() => {
    tray.show(sync, speech)
    look()
  }, MINUTE_MS)
  follow()

  return {
    hear(event) {
      // The engine goes on telling until its last call has ended.
      if (closed) return
      if (event.name === 'settings-changed') {
        settings = event.value
        speech = speak()
        follow()
      }
      if (event.name === 'sync-state') sync = event.value
      if (event.name === 'settings-changed' || event.name === 'sync-state') {
        tray.show(sync, speech)
        look()
      }
    },
    quitsWithWindow: () => settings.closingWindow === 'quit',
    close() {
      closed = true
      clearInterval(eachMinute)
      notifications.close()
      tray.destroy()
    },
  }
}

const createActions = ({ ask, window, log }: Needs): TrayActions => {
  const perform = (doing: string, question: Promise<{ readonly ok: boolean }>): void => {
    // What failed is told where everything is told: as a problem, in the tray and in the window.
    void question.then((reply) => reply.ok || log.warn(`${doing} did not work`, { reply }))
  }
  const syncStock = async (): Promise<{ readonly ok: boolean }> => {
    const connections = await ask.connections.list()
    if (!connections.ok) return connections
    const active = connections.value.filter(({ stockUpdates, paused }) => stockUpdates && !paused)
    const replies = await Promise.all(active.map(({ id }) => ask.stock.syncNow({ connectionId: id, job: null })))
    return replies.find(({ ok }) => !ok) ?? { ok: true }
  }
  return {
    openToDo: () => window.show({ screen: 'orders', orderId: null }),
    syncNow: () => perform('sync now', ask.sync.now({ connectionId: null })),
    syncStockNow: () => perform('sync stock now', syncStock()),
    pause: (until) => perform('pause', ask.sync.pause({ until })),
    resume: () => perform('resume', ask.sync.resume()),
    open: () => window.show(),
    openSettings: () => window.show({ screen: 'settings' }),
    quit: () => app.quit(),
  }
}
