import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createAsk } from '../../../src/main/shell/ask.ts'
import { createMoments } from '../../../src/main/shell/moments.ts'
import { createNotifications } from '../../../src/main/shell/notifications.ts'
import type { Place } from '../../../src/main/shell/screens-address.ts'
import { openTold } from '../../../src/main/shell/told.ts'
import { readWords } from '../../../src/main/shell/words.ts'
import type { OrderRow } from '../../../src/preload/contract/order-views.ts'
import type { StandingProblem } from '../../../src/preload/contract/problems.ts'
import type { AppSettings } from '../../../src/preload/contract/settings.ts'
import type { SyncState } from '../../../src/preload/contract/sync.ts'
import { answering, appSettings, aSyncState } from '../../helpers/answering.ts'
import { Notification } from '../../helpers/electron-stand-in.ts'
import { localAt } from '../../helpers/local-time.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'
import { anOrderRow, aStandingProblem } from '../../helpers/views.ts'

const words = readWords(fileURLToPath(new URL('../../../resources', import.meta.url)), 'en')
const speech = { words, moments: createMoments('en', words) }

interface World {
  problems: readonly StandingProblem[]
  orders: readonly OrderRow[]
  sync: Partial<SyncState>
  settings: Partial<AppSettings>
  watching: boolean
  now: number
}

const aWorld = (more: Partial<World> = {}) => {
  const world: World = {
    ...{ problems: [], orders: [], sync: {}, settings: {}, watching: false },
    now: localAt('2026-11-24', '14:32'),
    ...more,
  }
  const nearest = (): string | null => world.orders.map(({ acceptBy }) => acceptBy).toSorted()[0] ?? null
  const { answer } = answering({
    problems: { list: () => world.problems },
    sync: { state: () => aSyncState({ nearestAcceptBy: nearest(), ...world.sync }) },
    orders: {
      list: () => ({
        ...{ rows: world.orders, total: world.orders.length },
        counts: { todo: 0, 'to-accept': 0, 'not-shipped': 0, waiting: 0, shipped: 0, cancelled: 0, skipped: 0, all: 0 },
      }),
    },
  })
  const toldFile = join(temporaryFolder(), 'told.json')
  const opened: Place[] = []
  const started = () =>
    createNotifications({
      ask: createAsk(answer),
      told: openTold(toldFile),
      settings: () => appSettings(world.settings),
      speech: () => speech,
      isWatching: () => world.watching,
      open: (place) => void opened.push(place),
      now: () => world.now,
    })
  const before = Notification.all.length
  const shown = () => Notification.all.slice(before)
  return { world, started, opened, shown, titles: () => shown().map(({ title }) => title) }
}

const noCode = (more: Partial<StandingProblem> = {}): StandingProblem =>
  aStandingProblem({ kind: 'tracking-required', ...more })

describe('notifications of problems', () => {
  it('are grouped: one for each kind, with its count and its connections', async () => {
    const { started, shown } = aWorld({
      problems: [
        noCode({ orderId: 7 }),
        noCode({ orderId: 8, connectionId: 2, connection: 'Papeterie' }),
        aStandingProblem({ orderId: 9, kind: 'sku' }),
      ],
    })

    await started().look()

    expect(shown().map(({ title, body }) => [title, body])).toEqual([
      ['2 orders need a tracking code', 'Rakuten, Papeterie: Completed without one, and Rakuten asks for it.'],
      ['1 order has an unknown SKU', 'Rakuten: Held; nothing was accepted.'],
    ])
  })

  it('name a connection that has stopped', async () => {
    const { started, shown } = aWorld({
      problems: [aStandingProblem({ orderId: null, reference: null, kind: 'credentials', connection: 'Papeterie' })],
    })

    await started().look()

    expect(shown()).toMatchObject([{ title: 'Papeterie has stopped', body: 'The token is no longer taken.' }])
  })

  it('never hold a text that came from outside, where a buyer could be named', async () => {
    const named = { message: 'Camille Martin asks for a refund', detail: { text: 'Camille Martin asks for a refund' } }
    const { started, shown } = aWorld({ problems: [aStandingProblem({ kind: 'claim', ...named })] })

    await started().look()

    expect(shown()).toHaveLength(1)
    expect(JSON.stringify(shown())).not.toContain('Camille')
  })

  it('keep quiet about what Navette tries again by itself', async () => {
    const { started, shown } = aWorld({
      problems: [aStandingProblem({ orderId: null, kind: 'unreachable', needsPerson: false })],
    })

    await started().look()

    expect(shown()).toEqual([])
  })

  it('come once for one fault, however often one looks, also after a restart', async () => {
    const { started, titles } = aWorld({ problems: [noCode()] })

    const notifications = started()
    await notifications.look()
    await notifications.look()
    await started().look()

    expect(titles()).toEqual(['1 order needs a tracking code'])
  })

  it('replace the earlier one of their kind with the whole count', async () => {
    const { world, started, shown } = aWorld({ problems: [noCode()] })
    const notifications = started()
    await notifications.look()

    world.problems = [noCode(), noCode({ orderId: 8 })]
    await notifications.look()

    expect(shown().map(({ title, closed }) => [title, closed])).toEqual([
      ['1 order needs a tracking code', true],
      ['2 orders need a tracking code', false],
    ])
  })

  it('come again when what was solved comes back', async () => {
    const { world, started, titles } = aWorld({ problems: [noCode()] })
    const notifications = started()
    await notifications.look()

    world.problems = []
    await notifications.look()
    world.problems = [noCode()]
    await notifications.look()

    expect(titles()).toHaveLength(2)
  })

  it('wait for the end of the cycle, so that its news comes together', async () => {
    const { world, started, titles } = aWorld({ problems: [noCode()], sync: { state: 'syncing' } })
    const notifications = started()
    await notifications.look()
    const during = titles()

    world.sync = {}
    world.problems = [noCode(), noCode({ orderId: 8 })]
    await notifications.look()

    expect([during, titles()]).toEqual([[], ['2 orders need a tracking code']])
  })

  it('wait for the end of the quiet hours', async () => {
    const { world, started, titles } = aWorld({
      problems: [noCode()],
      settings: { quietHours: { from: '22:00', to: '08:00' } },
      now: localAt('2026-11-24', '23:00'),
    })
    const notifications = started()
    await notifications.look()
    const atNight = titles()

    world.now = localAt('2026-11-25', '08:00')
    await notifications.look()

    expect([atNight, titles()]).toEqual([[], ['1 order needs a tracking code']])
  })

  it('do not come to somebody who has the window before them, nor later', async () => {
    const { world, started, titles } = aWorld({ problems: [noCode()], watching: true })
    const notifications = started()
    await notifications.look()

    world.watching = false
    await notifications.look()

    expect(titles()).toEqual([])
  })

  it('do not come when the seller wants none', async () => {
    const { started, titles } = aWorld({ problems: [noCode()], settings: { notifyProblems: false } })

    await started().look()

    expect(titles()).toEqual([])
  })

  it.each<readonly [string, readonly StandingProblem[], Place]>([
    ['the order, when it is one', [noCode({ orderId: 7 })], { screen: 'orders', orderId: 7 }],
    [
      'the orders to do, when they are several',
      [noCode({ orderId: 7 }), noCode({ orderId: 8 })],
      { screen: 'orders', orderId: null },
    ],
    [
      'the connection',
      [aStandingProblem({ orderId: null, kind: 'credentials', connectionId: 4 })],
      { screen: 'connections', connectionId: 4 },
    ],
  ])('open %s', async (_, problems, place) => {
    const { started, shown, opened } = aWorld({ problems })

    await started().look()
    shown()[0]?.emit('click')

    expect(opened).toEqual([place])
  })
})

describe('notifications of deadlines', () => {
  /** Wednesday 25 November, 24:00 in Paris. */
  const acceptBy = '2026-11-25T23:00:00.000Z'
  const at = (moment: string): number => Date.parse(moment)

  it('come from the afternoon of the day before', async () => {
    const { world, started, shown } = aWorld({
      orders: [anOrderRow({ acceptBy })],
      now: at('2026-11-24T12:59:00.000Z'),
    })
    const notifications = started()
    await notifications.look()
    const before = shown().length

    world.now = at('2026-11-24T13:00:00.000Z')
    await notifications.look()

    expect(before).toBe(0)
    expect(shown()).toMatchObject([
      { title: '1 order to accept by tomorrow, 24:00', body: 'Rakuten: Rakuten cancels what is not accepted in time.' },
    ])
  })

  it('name the first of several, and come again only for another order', async () => {
    const now = at('2026-11-25T09:00:00.000Z')
    const { world, started, titles } = aWorld({ orders: [anOrderRow({ id: 7, acceptBy })], now })
    const notifications = started()
    await notifications.look()
    await notifications.look()

    world.orders = [anOrderRow({ id: 7, acceptBy }), anOrderRow({ id: 8, acceptBy })]
    await notifications.look()

    expect(titles()).toEqual(['1 order to accept by today, 24:00', '2 orders to accept, the first by today, 24:00'])
  })

  it('come while Navette is paused: it accepts nothing then', async () => {
    const { started, titles } = aWorld({
      orders: [anOrderRow({ acceptBy })],
      sync: { state: 'paused' },
      now: at('2026-11-25T09:00:00.000Z'),
    })

    await started().look()

    expect(titles()).toHaveLength(1)
  })

  it('do not come when the seller wants none', async () => {
    const { started, titles } = aWorld({
      orders: [anOrderRow({ acceptBy })],
      settings: { notifyDeadlines: false },
      now: at('2026-11-25T09:00:00.000Z'),
    })

    await started().look()

    expect(titles()).toEqual([])
  })
})
