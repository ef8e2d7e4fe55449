import { beforeEach, describe, expect, it } from 'vitest'
import { createMainWindow, type WindowNeeds } from '../../../src/main/shell/main-window.ts'
import { readableLog } from '../../helpers/answering.ts'
import { BrowserWindow } from '../../helpers/electron-stand-in.ts'

const setUp = (more: Partial<WindowNeeds> = {}) => {
  const closed: string[] = []
  const log = readableLog()
  const time = { now: 0 }
  const window = createMainWindow({
    preload: '/app/out/preload/index.cjs',
    icon: '/app/resources/icon.png',
    devTools: false,
    background: () => '#131517',
    onClosed: () => void closed.push('closed'),
    now: () => time.now,
    log,
    ...more,
  })
  return { window, closed, log, time }
}
const only = (): BrowserWindow => {
  const [first, ...others] = BrowserWindow.all
  if (first === undefined || others.length > 0) throw new Error(`There are ${BrowserWindow.all.length} windows`)
  return first
}
const last = (): BrowserWindow => {
  const found = BrowserWindow.all.at(-1)
  if (found === undefined) throw new Error('There is no window')
  return found
}
const crash = (window: BrowserWindow, reason = 'crashed'): void =>
  void window.webContents.emit('render-process-gone', {}, { reason, exitCode: 1 })

beforeEach(() => {
  BrowserWindow.all = []
})

describe('the window', () => {
  it('is sandboxed and isolated, and knows nothing of Node', () => {
    const { window } = setUp()

    window.show()

    expect(only().options.webPreferences).toEqual({
      preload: '/app/out/preload/index.cjs',
      devTools: false,
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
    })
  })

  it('shows the screens once they have painted', () => {
    const { window } = setUp()
    window.show()
    const before = [...only().done]

    only().emit('ready-to-show')

    expect([before, only().done]).toEqual([[], ['show']])
    expect(only().addresses).toEqual(['navette://app/'])
  })

  it('comes to the front when it is open already, without losing its place', () => {
    const { window } = setUp()
    window.show()
    only().minimized = true

    window.show()

    expect([only().minimized, only().done, only().addresses]).toEqual([false, ['show', 'focus'], ['navette://app/']])
  })

  it.each([
    [{ screen: 'orders', orderId: 12 }, 'navette://app/#/orders/12'],
    [{ screen: 'orders', orderId: null }, 'navette://app/#/orders'],
    [{ screen: 'connections' }, 'navette://app/#/connections'],
    [{ screen: 'settings' }, 'navette://app/#/settings'],
  ] as const)('opens at a place, or goes there when it is open: %j', (place, address) => {
    const [closed, open] = [setUp().window, setUp().window]

    closed.show(place)
    open.show()
    open.show(place)

    expect(BrowserWindow.all.map(({ addresses }) => addresses)).toEqual([[address], ['navette://app/', address]])
  })

  it('is not loaded anew when it is at the place already', () => {
    const { window } = setUp()
    window.show({ screen: 'settings' })

    window.show({ screen: 'settings' })

    expect([only().addresses, only().done]).toEqual([['navette://app/#/settings'], ['show', 'focus']])
  })

  it('is destroyed when it is closed, and opens anew where it stood', () => {
    const { window, closed } = setUp()
    window.show()
    only().close()

    window.show()

    expect(BrowserWindow.all).toHaveLength(2)
    expect(last().options).toMatchObject({ x: 10, y: 20, width: 1000, height: 700, minWidth: 720, minHeight: 560 })
    expect(closed).toEqual(['closed'])
  })

  it('hears events while it is open', () => {
    const { window } = setUp()
    const event = { name: 'stock-changed', value: { connectionId: 1 } } as const

    window.announce(event)
    window.show()
    window.announce(event)
    const { webContents } = only()
    only().close()
    window.announce(event)

    expect(webContents.sent).toEqual([{ channel: 'navette:event', value: event }])
  })

  it('knows its own contents', () => {
    const { window } = setUp()
    window.show()
    const contents = only().webContents as unknown as Electron.WebContents // the stand-in for them

    expect(window.isOwn(contents)).toBe(true)
    expect(window.isOwn(new BrowserWindow({}).webContents as unknown as Electron.WebContents)).toBe(false)
    window.destroy()
    expect(window.isOwn(contents)).toBe(false)
  })
})

describe('a window that crashes', () => {
  it('opens again, without being taken for closed', () => {
    const { window, closed, log } = setUp()
    window.show()

    crash(only())

    expect(BrowserWindow.all).toHaveLength(2)
    expect(BrowserWindow.all[0]?.done).toContain('destroy')
    expect([closed, log.lines]).toEqual([[], [expect.stringContaining('crashed')]])
  })

  it('stays closed after the third time within a minute, until somebody opens it', () => {
    const { window } = setUp()
    window.show()

    for (const _ of [1, 2, 3]) crash(last())
    const opened = BrowserWindow.all.length
    window.show()

    expect([opened, BrowserWindow.all.length]).toEqual([3, 4])
  })

  it('opens again however often, when it is now and then', () => {
    const { window, time } = setUp()
    window.show()

    for (const _ of [1, 2, 3, 4]) {
      time.now += 60_000
      crash(last())
    }

    expect(BrowserWindow.all).toHaveLength(5)
  })

  it('is not one that ended well', () => {
    const { window } = setUp()
    window.show()

    crash(only(), 'clean-exit')

    expect(BrowserWindow.all).toHaveLength(1)
  })
})
