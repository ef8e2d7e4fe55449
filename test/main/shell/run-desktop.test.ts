import { beforeEach, describe, expect, it, vi } from 'vitest'
import { aSyncState } from '../../helpers/answering.ts'
import { app, BrowserWindow, dialog, powerMonitor, protocol, session, Tray } from '../../helpers/electron-stand-in.ts'
import { aNavette, freshPc, happened, last, startDesktop } from '../../helpers/running-desktop.ts'

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

beforeEach(freshPc)

describe('the start', () => {
  it('raises every wall before the engine is opened, and runs cycles before there is a window', async () => {
    const { navette } = aNavette(
      {},
      { scheduler: { start: () => void happened.push(`start, ${BrowserWindow.all.length} windows`), wake: () => {} } },
    )

    await startDesktop(navette)

    expect(app.done).toEqual(['sandbox', 'ready'])
    expect(protocol.schemes).toHaveLength(1)
    expect(session.defaultSession.permissions('media', 'navette://app/').requested).toBe(false)
    expect(happened).toEqual(['start, 0 windows'])
    expect(BrowserWindow.all).toHaveLength(1)
    expect(last(Tray.all).tooltip).toBe('1 needs attention')
  })

  it('with the computer opens no window', async () => {
    const words = [...process.argv, '--in-tray']
    vi.spyOn(process, 'argv', 'get').mockReturnValue(words)

    await startDesktop(aNavette().navette)

    expect([BrowserWindow.all.length, Tray.all.length]).toEqual([0, 1])
  })

  it('of a second instance ends at once and touches nothing', async () => {
    app.isSecond = true

    await startDesktop([])

    expect(app.done).toEqual(['quit'])
    expect([Tray.all, BrowserWindow.all]).toEqual([[], []])
  })

  it('of a second instance shows the window of the first', async () => {
    await startDesktop(aNavette().navette)
    last(BrowserWindow.all).close()

    app.emit('second-instance', {}, [], '')

    expect(BrowserWindow.all).toHaveLength(2)
  })

  it('that fails says why, and is tried again when the seller wants it', async () => {
    const inUse = Object.assign(new Error('The data folder is in use by the command line.'), {
      kind: 'busy',
      detail: {},
    })
    dialog.answers = [0]

    await startDesktop([inUse, aNavette().navette])

    expect(dialog.shown).toMatchObject([
      { message: 'Navette could not open its data', detail: inUse.message, buttons: ['Try again', 'Quit'] },
    ])
    expect(Tray.all).toHaveLength(1)
  })

  it('that fails for a cause of ours shows no innards, logs them, and ends when the seller gives up', async () => {
    const { log } = await startDesktop([new TypeError('cannot read undefined of token')])

    expect(dialog.shown[0]?.detail).toContain('The log in')
    expect(dialog.shown[0]?.detail).not.toContain('undefined')
    expect(log.lines).toEqual([expect.stringContaining('did not open')])
    expect(app.done.at(-1)).toBe('quit')
  })

  it('that fails after the engine was opened closes it again', async () => {
    const { navette } = aNavette(
      {},
      { answer: async () => ({ ok: false, fault: { kind: 'bug', message: 'no', field: null } }) },
    )

    await startDesktop([navette])

    expect(happened).toEqual(['close'])
    expect(Tray.all).toEqual([])
  })
})

describe('the end', () => {
  it('does not come with the window: the tray stays', async () => {
    await startDesktop(aNavette().navette)

    last(BrowserWindow.all).close()

    expect(app.done).not.toContain('quit put off')
    expect(last(Tray.all).destroyed).toBe(false)
  })

  it('comes with the window when the seller set it so', async () => {
    await startDesktop(aNavette({ closingWindow: 'quit' }).navette)

    last(BrowserWindow.all).close()
    await vi.waitFor(() => expect(app.done.at(-1)).toBe('quit'))

    expect(happened).toEqual(['start', 'close'])
  })

  it('waits for the call in flight: screens go first, the application last', async () => {
    let finishCall = (): void => {}
    const close = async (): Promise<void> => {
      happened.push('closing')
      await new Promise<void>((resolve) => {
        finishCall = resolve
      })
      happened.push('close')
    }
    await startDesktop(aNavette({}, { close }).navette)

    last(Tray.all).press('Quit')
    await settled()
    const during = [last(BrowserWindow.all).done.includes('destroy'), last(Tray.all).destroyed, app.done.at(-1)]
    app.quit()
    const whenAskedAgain = app.done.at(-1)
    finishCall()
    await vi.waitFor(() => expect(app.done.at(-1)).toBe('quit'))

    expect(during).toEqual([true, true, 'quit put off'])
    expect(whenAskedAgain).toBe('quit put off')
    expect(happened).toEqual(['start', 'closing', 'close'])
  })

  it('comes even when the engine does not close well', async () => {
    const { log } = await startDesktop(aNavette({}, { close: () => Promise.reject(new Error('disk full')) }).navette)

    app.quit()
    await vi.waitFor(() => expect(app.done.at(-1)).toBe('quit'))

    expect(log.lines).toEqual([expect.stringContaining('did not close well')])
  })

  it('hears out an engine that still has something to say', async () => {
    let say = (): void => {}
    const { navette } = aNavette({}, { close: async () => say() })
    const { announce, log } = await startDesktop(navette)
    say = () => announce({ name: 'sync-state', value: aSyncState({ state: 'paused' }) })

    app.quit()
    await vi.waitFor(() => expect(app.done.at(-1)).toBe('quit'))

    expect(log.lines).toEqual([])
  })

  it('comes when the PC shuts down', async () => {
    await startDesktop(aNavette().navette)

    powerMonitor.emit('shutdown')
    await vi.waitFor(() => expect(app.done.at(-1)).toBe('quit'))

    expect(happened).toEqual(['start', 'close'])
  })

  it('becomes a new start when somebody starts Navette meanwhile', async () => {
    await startDesktop(aNavette({}, { close: () => new Promise(() => {}) }).navette)

    app.quit()
    app.emit('second-instance', {}, [], '')

    expect(app.done).toContain('relaunch')
    expect(BrowserWindow.all).toHaveLength(1)
  })
})
