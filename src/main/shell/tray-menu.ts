import type { MenuItemConstructorOptions } from 'electron'
import type { SyncState } from '../../preload/contract/sync.ts'
import type { Moments } from './moments.ts'
import { doingText } from './tray-state.ts'
import type { Words } from './words.ts'

/** What the entries do. */
export interface TrayActions {
  openToDo(): void
  syncNow(): void
  syncStockNow(): void
  /** UTC ISO; null: until resumed. */
  pause(until: string | null): void
  resume(): void
  open(): void
  openSettings(): void
  quit(): void
}

/** How the tray and the notifications speak. */
export interface Speech {
  readonly words: Words
  readonly moments: Moments
}

const HOUR_MS = 3_600_000
const MORNING = 8
const between: MenuItemConstructorOptions = { type: 'separator' }

/** The whole menu for one state of things. Words alone: some systems show neither icons nor a second column. */
export const trayMenu = (
  sync: SyncState,
  speech: Speech,
  actions: TrayActions,
  now: number,
): readonly MenuItemConstructorOptions[] => {
  const { words } = speech
  return [
    ...(sync.needsPerson > 0
      ? [{ label: words('tray.attention', { count: sync.needsPerson }), click: actions.openToDo }]
      : []),
    { label: doingText(sync, words, speech.moments, now), enabled: false },
    between,
    { label: words('tray.syncNow'), click: actions.syncNow },
    { label: words('tray.syncStock'), click: actions.syncStockNow },
    sync.state === 'paused'
      ? { label: words('tray.resume'), click: actions.resume }
      : { label: words('tray.pause'), submenu: pauses(sync, speech, actions, now) },
    between,
    { label: words('tray.open'), click: actions.open },
    { label: words('tray.settings'), click: actions.openSettings },
    between,
    { label: words('tray.quit'), click: actions.quit },
  ]
}

const pauses = (
  { nearestAcceptBy }: SyncState,
  { words, moments }: Speech,
  { pause }: TrayActions,
  now: number,
): MenuItemConstructorOptions[] => [
  { label: words('tray.pauseHour'), click: () => pause(new Date(now + HOUR_MS).toISOString()) },
  { label: words('tray.pauseTomorrow'), click: () => pause(tomorrowMorning(now)) },
  { label: words('tray.pauseOpen'), click: () => pause(null) },
  between,
  {
    label:
      nearestAcceptBy === null
        ? words('tray.noDeadline')
        : words('tray.deadline', { deadline: moments.deadline(nearestAcceptBy, now) }),
    enabled: false,
  },
]

const tomorrowMorning = (now: number): string => {
  const date = new Date(now)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, MORNING).toISOString()
}
