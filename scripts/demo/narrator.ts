import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createInstance, type i18n } from 'i18next'
import type { TimelineEntry } from '../../src/main/domain/timeline.ts'
import type { Navette } from '../../src/main/navette.ts'
import type { QuickClock } from './quick-clock.ts'

export interface Narrator {
  say(line: string): void
  /** A heading, with the time on the demo's clock. */
  chapter(title: string): void
  /** Tells what happened to every order since the last time. */
  tellNews(): Promise<void>
  table(): void
}

interface Needs {
  readonly navette: Navette
  readonly clock: QuickClock
  readonly root: string
  readonly isWatched: boolean
}

const TOLD = new Set([
  ...[
    'imported',
    'skipped',
    'reconsidered',
    'item-accepted',
    'accepted',
    'placed',
    'completed',
    'dispatched',
    'tracking-sent',
  ],
  ...['shipped', 'cancelled', 'problem'],
])

/** Reads the timelines aloud, in the words of the screens. */
export const createNarrator = async ({ navette, clock, root, isWatched }: Needs): Promise<Narrator> => {
  const words = await openWords(root)
  const told = new Map<number, number>()
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const { orders } = navette.repositories
  const all = () =>
    orders
      .list({ tab: 'all', sort: 'reference', direction: 'ascending', offset: 0, limit: 100 })
      .rows.map(({ order }) => order.id)

  return {
    say,
    chapter: (title) => say(`\n${timeOf(clock.nowIso())}  ${title}`),
    async tellNews() {
      for (const id of all()) {
        const order = orders.get(id)
        const timeline = navette.repositories.timeline.of(id).filter(({ what }) => TOLD.has(what))
        for (const entry of timeline.slice(told.get(id) ?? 0)) {
          if (isWatched) await wait(150)
          say(`       ${order?.reference}  ${sentence(words, entry)}`)
        }
        told.set(id, timeline.length)
      }
    },
    table() {
      say(`\n${row('Order', 'Delivery mode', 'Status', 'Tracking')}`)
      say(row('-'.repeat(9), '-'.repeat(26), '-'.repeat(12), '-'.repeat(13)))
      for (const id of all()) {
        const order = orders.get(id)
        if (order === null) continue
        const [shipment] = navette.repositories.shipments.of(id)
        const why = order.status === 'skipped' ? ` (${words.t(`skipped.${order.skippedReason}`)})` : ''
        say(
          row(
            order.reference,
            order.deliveryMode,
            words.t(`status.${order.status}`) + why,
            shipment?.tracking?.trackingNumber ?? '',
          ),
        )
      }
    },
  }
}

const openWords = async (root: string): Promise<i18n> => {
  const words = createInstance()
  const english: unknown = JSON.parse(readFileSync(join(root, 'resources', 'locales', 'en.json'), 'utf8'))
  await words.init({
    lng: 'en',
    resources: { en: { translation: english as object } },
    interpolation: { escapeValue: false },
  })
  return words
}

const sentence = (words: i18n, { what, detail }: TimelineEntry): string => {
  if (what === 'problem') return `Held: ${detail['message']}`
  if (what === 'skipped') return `${words.t('story.skipped')}: ${words.t(`skipped.${detail['reason']}`)}`
  const isWithout = (what === 'dispatched' || what === 'tracking-sent') && detail['trackingNumber'] === null
  return words.t(isWithout ? `story.${what}Without` : `story.${what}`, detail)
}

const timeOf = (iso: string): string => iso.slice(11, 16)

const row = (reference: string, mode: string, status: string, tracking: string): string =>
  `  ${reference.padEnd(11)}${mode.padEnd(28)}${status.padEnd(36)}${tracking}`.trimEnd()
