import { isDeepStrictEqual } from 'node:util'
import type { Life, LifeEnded } from './a-life.ts'
import type { LifeEvent } from './count-events.ts'
import { type Ending, endingOf } from './ending.ts'
import type { Stage } from './stage.ts'

/** Where a life is killed. */
export interface Span {
  /** `act`: up to what somebody does, another life is killed already. */
  readonly from: 'start' | 'act'
  /** `end` (of the order), `act`: in what follows, another life is killed already. */
  readonly to: 'act' | 'end' | 'told'
  /** `changes`: only where something was kept or answered; just before a call is just after what was kept before it. */
  readonly at: 'everything' | 'changes'
}

/** What killing one life at its events came to. */
export interface Killings {
  /** The life that nobody interrupted. */
  readonly uninterrupted: Ending
  /** How many times it was killed, by what had happened last. */
  readonly killedAfter: Readonly<Partial<Record<LifeEvent, number>>>
  /** Lives that ended otherwise than the uninterrupted one. */
  readonly astray: readonly { readonly killAt: number; readonly after: LifeEvent; readonly ending: Ending | string }[]
}

/** As many at a time as keep two cores busy while some of them wait for the disk. */
const AT_A_TIME = 4

export const killEverywhere = async (stage: Stage, life: Life, span: Span): Promise<Killings> => {
  const whole = await stage.play(life, null)
  const uninterrupted = endingOf(whole.ended, whole.office, whole.ledger)
  const points = pointsIn(whole.ended, span)

  const astray: Killings['astray'][number][] = []
  const left = points.values()
  const work = async (): Promise<void> => {
    for (const { after, killAt } of left) {
      const ending = await endingAfter(stage, life, killAt)
      if (!isDeepStrictEqual(ending, uninterrupted)) astray.push({ killAt, after, ending })
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, work))
  return { uninterrupted, killedAfter: countBy(points.map(({ after }) => after)), astray }
}

const pointsIn = ({ events, beforeAct, beforeEnd }: LifeEnded, { from, to, at }: Span) =>
  events
    .map((after, index) => ({ after, killAt: index + 1 }))
    .slice(from === 'act' ? beforeAct : 0, { act: beforeAct, end: beforeEnd, told: events.length }[to])
    .filter(({ after }) => at === 'everything' || after === 'commit' || after === 'answer')

const endingAfter = async (stage: Stage, life: Life, killAt: number): Promise<Ending | string> => {
  try {
    const { ended, office, ledger, wasKilled } = await stage.play(life, killAt)
    return wasKilled ? endingOf(ended, office, ledger) : 'it was never killed'
  } catch (error) {
    return String(error)
  }
}

const countBy = (events: readonly LifeEvent[]): Partial<Record<LifeEvent, number>> =>
  Object.fromEntries([...Map.groupBy(events, (event) => event)].map(([event, all]) => [event, all.length]))
