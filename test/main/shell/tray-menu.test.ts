import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createMoments } from '../../../src/main/shell/moments.ts'
import { type TrayActions, trayMenu } from '../../../src/main/shell/tray-menu.ts'
import { type TRAY_STATES, trayState, trayTooltip } from '../../../src/main/shell/tray-state.ts'
import { readWords } from '../../../src/main/shell/words.ts'
import type { SyncState } from '../../../src/preload/contract/sync.ts'
import { aSyncState } from '../../helpers/answering.ts'
import { localAt } from '../../helpers/local-time.ts'

const words = readWords(fileURLToPath(new URL('../../../resources', import.meta.url)), 'en')
const speech = { words, moments: createMoments('en', words) }
const NOW = localAt('2026-11-24', '14:32')

const pauses: (string | null)[] = []
const actions: TrayActions = {
  openToDo: () => {},
  syncNow: () => {},
  syncStockNow: () => {},
  pause: (until) => void pauses.push(until),
  resume: () => {},
  open: () => {},
  openSettings: () => {},
  quit: () => {},
}
const menuOf = (more: Partial<SyncState>) => trayMenu(aSyncState(more), speech, actions, NOW)
const labelsOf = (more: Partial<SyncState>): readonly string[] =>
  menuOf(more).map(({ label, type }) => label ?? type ?? '')
const pauseMenuOf = (more: Partial<SyncState>) => {
  const submenu = menuOf(more).find(({ label }) => label === 'Pause')?.submenu
  if (!Array.isArray(submenu)) throw new Error('There is no menu to pause')
  return submenu
}

const lastAt = new Date(localAt('2026-11-24', '14:30')).toISOString()
const nextAt = new Date(localAt('2026-11-24', '14:35')).toISOString()

describe('the icon', () => {
  const paused: Partial<SyncState> = { state: 'paused' }
  it.each<readonly [string, Partial<SyncState>, (typeof TRAY_STATES)[number]]>([
    ['all well', { state: 'idle' }, 'ok'],
    ['a cycle runs', { state: 'syncing' }, 'syncing'],
    ['no network', { state: 'offline' }, 'offline'],
    ['something needs a person', { state: 'idle', needsPerson: 1 }, 'attention'],
    ['something needs a person while a cycle runs', { state: 'syncing', needsPerson: 1 }, 'attention'],
    ['something needs a person without network', { state: 'offline', needsPerson: 1 }, 'attention'],
    ['paused', paused, 'paused'],
    ['something needs a person while paused', { ...paused, needsPerson: 1 }, 'paused'],
  ])('%s', (_, sync, shape) => {
    expect(trayState(aSyncState(sync))).toBe(shape)
  })
})

describe('the tooltip', () => {
  const running = [{ connectionId: 1, connection: 'Rakuten', step: 'send-tracking' as const }]
  const pausedUntil = new Date(localAt('2026-11-24', '15:30')).toISOString()
  const offlineSince = new Date(localAt('2026-11-24', '14:02')).toISOString()

  it.each<readonly [string, Partial<SyncState>]>([
    ['Synced 14:30, next at 14:35', { lastAt, nextAt }],
    ['Synced 14:30', { lastAt }],
    ['Not synced yet', {}],
    ['Syncing: sending tracking', { state: 'syncing', running }],
    ['Syncing', { state: 'syncing' }],
    ['1 needs attention', { needsPerson: 1 }],
    ['8 need attention', { needsPerson: 8, state: 'syncing', running }],
    ['Paused until 15:30', { state: 'paused', pausedUntil }],
    ['Paused until you resume', { state: 'paused', needsPerson: 8 }],
    ['No network since 14:02', { state: 'offline', offlineSince }],
  ])('%s', (tooltip, sync) => {
    expect(trayTooltip(aSyncState(sync), words, speech.moments, NOW)).toBe(tooltip)
  })
})

describe('the menu', () => {
  it('says what needs attention first, then what Navette is doing, then what one can do', () => {
    expect(labelsOf({ needsPerson: 8, lastAt, nextAt })).toEqual([
      '8 need attention',
      'Synced 14:30, next at 14:35',
      'separator',
      'Sync now',
      'Sync stock now',
      'Pause',
      'separator',
      'Open Navette',
      'Settings',
      'separator',
      'Quit',
    ])
  })

  it('keeps quiet about attention when nothing needs any', () => {
    expect(labelsOf({ lastAt })[0]).toBe('Synced 14:30')
  })

  it('still says what needs attention while paused, and offers to resume', () => {
    const labels = labelsOf({ state: 'paused', needsPerson: 8 })

    expect(labels.slice(0, 2)).toEqual(['8 need attention', 'Paused until you resume'])
    expect(labels).toContain('Resume')
    expect(labels).not.toContain('Pause')
  })

  it('names the nearest acceptance deadline where one pauses', () => {
    const entries = pauseMenuOf({ nearestAcceptBy: '2026-11-25T23:00:00.000Z' })

    expect(entries.map(({ label, type }) => label ?? type)).toEqual([
      'For 1 hour',
      'Until tomorrow, 08:00',
      'Until I resume',
      'separator',
      'Paused, nothing is accepted. Next deadline: tomorrow, 24:00',
    ])
  })

  it('pauses for an hour, until tomorrow at eight on this PC, or until resumed', () => {
    const [hour, tomorrow, open] = pauseMenuOf({})

    // The entries of ours look at none of what Electron hands them.
    for (const entry of [hour, tomorrow, open]) (entry?.click as (() => void) | undefined)?.()
    expect(pauses).toEqual([
      new Date(NOW + 3_600_000).toISOString(),
      new Date(localAt('2026-11-25', '08:00')).toISOString(),
      null,
    ])
  })
})
