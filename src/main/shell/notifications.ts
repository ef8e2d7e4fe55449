import { Notification } from 'electron'
import type { OrderRow } from '../../preload/contract/order-views.ts'
import type { StandingProblem } from '../../preload/contract/problems.ts'
import type { Reply } from '../../preload/contract/reply.ts'
import type { AppSettings } from '../../preload/contract/settings.ts'
import type { Ask } from './ask.ts'
import { deadlineNotice, type Notice, problemNotices } from './notices.ts'
import { isQuiet } from './quiet-hours.ts'
import type { Place } from './screens-address.ts'
import type { Told } from './told.ts'
import type { Speech } from './tray-menu.ts'

interface Needs {
  readonly ask: Ask
  readonly told: Told
  readonly settings: () => AppSettings
  readonly speech: () => Speech
  /** The seller has the window before them: it tells the same. */
  readonly isWatching: () => boolean
  readonly open: (place: Place) => void
  readonly now: () => number
}

export interface Notifications {
  /** Looks whether a person is needed for something they have not been told. */
  look(): Promise<void>
  close(): void
}

/**
 * "A day ahead" (product.md 4.2), in the afternoon: deadlines fall at midnight in Paris, and 24 hours before would be midnight too. From
 * 14:00 of the day before.
 */
const WARN_AHEAD_MS = 34 * 3_600_000

/** Native notifications, only for what needs a person: one for each kind of problem, once, none in quiet hours. */
export const createNotifications = (needs: Needs): Notifications => {
  const { ask, told, settings, speech, isWatching, open, now } = needs
  const shown = new Map<string, Notification>()
  let looking: Promise<void> | null = null
  let again = false

  const show = ({ name, title, body, place }: Notice): void => {
    shown.get(name)?.close()
    const notification = new Notification({ title, body })
    notification.on('click', () => open(place))
    // Kept until replaced: one that is collected forgets its click.
    shown.set(name, notification)
    notification.show()
  }
  const lookOnce = async (): Promise<void> => {
    const { notifyProblems, notifyDeadlines, quietHours } = settings()
    if (isQuiet(quietHours, now())) return
    const sync = answerOf(await ask.sync.state())
    const standing = answerOf(await ask.problems.list())
    // While a cycle runs more may come; its end is announced, and everything is told together.
    if (sync === null || standing === null || sync.state === 'syncing') return
    const orders = isNear(sync.nearestAcceptBy, now()) ? await nearOrders(ask, now()) : []
    const problems = standing.filter(({ needsPerson }) => needsPerson)
    const notices = [
      ...(notifyProblems ? problemNotices(problems, (problem) => !told.has(problemFact(problem)), speech()) : []),
      ...(notifyDeadlines && orders.some((order) => !told.has(deadlineFact(order)))
        ? [deadlineNotice(orders, speech(), now())]
        : []),
    ]
    told.keep([...problems.map(problemFact), ...orders.map(deadlineFact)])
    if (!isWatching()) for (const notice of notices) if (notice !== null) show(notice)
  }
  const lookUntilDone = async (): Promise<void> => {
    try {
      do {
        again = false
        await lookOnce()
      } while (again)
    } finally {
      looking = null
    }
  }

  return {
    look() {
      again = looking !== null
      looking ??= lookUntilDone()
      return looking
    },
    close: () => {
      for (const notification of shown.values()) notification.close()
    },
  }
}

const isNear = (acceptBy: string | null, now: number): boolean =>
  acceptBy !== null && Date.parse(acceptBy) - now <= WARN_AHEAD_MS

const nearOrders = async (ask: Ask, now: number): Promise<readonly OrderRow[]> => {
  const list = await ask.orders.list({
    ...{ tab: 'to-accept', search: '', connectionId: null, status: null, deliveryMode: null, country: null },
    ...{ atRisk: false, purchasedFrom: null, purchasedTo: null, sort: 'deadline', direction: 'ascending' },
    ...{ offset: 0, limit: 500 },
  })
  return (answerOf(list)?.rows ?? []).filter(({ acceptBy }) => isNear(acceptBy, now))
}

/** Without its moment: a problem that a retry raised again is no news, one that went and came back is. */
const problemFact = ({ connectionId, orderId, kind }: StandingProblem): string =>
  `${connectionId}:${orderId ?? ''}:${kind}`

const deadlineFact = ({ id }: Pick<OrderRow, 'id'>): string => `deadline:${id}`

const answerOf = <T>(reply: Reply<T>): T | null => (reply.ok ? reply.value : null)
