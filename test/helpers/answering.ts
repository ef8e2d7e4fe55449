import { type Answer, createAnswer } from '../../src/main/answers/answer.ts'
import { type Answers, contract } from '../../src/preload/contract/index.ts'
import type { AppSettings } from '../../src/preload/contract/settings.ts'
import type { SyncState } from '../../src/preload/contract/sync.ts'

export const appSettings = (more: Partial<AppSettings> = {}): AppSettings => ({
  language: 'en',
  theme: 'system',
  density: 'comfortable',
  intervalMinutes: 5,
  startWithComputer: false,
  closingWindow: 'keep-running',
  notifyProblems: true,
  notifyDeadlines: true,
  quietHours: null,
  singleKeys: true,
  scannerSound: false,
  retentionDays: 90,
  savedViews: [],
  ...more,
})

export const aSyncState = (more: Partial<SyncState> = {}): SyncState => ({
  state: 'idle',
  running: [],
  lastAt: null,
  nextAt: null,
  pausedUntil: null,
  offlineSince: null,
  needsPerson: 0,
  nearestAcceptBy: null,
  ...more,
})

/** Answers some questions of the contract, checked as ever; the rest is refused as unknown. */
export const answering = (given: { readonly [A in keyof Answers]?: Partial<Answers[A]> }) => {
  const asked: { readonly channel: string; readonly input: unknown }[] = []
  const all: Readonly<Record<string, unknown>> = given
  // What is missing is a question nobody serves.
  const answers = Object.fromEntries(Object.keys(contract).map((area) => [area, all[area] ?? {}])) as unknown as Answers
  const parsed = createAnswer(answers, { error: (text, facts) => console.error(text, facts) })
  const answer: Answer = (channel, input) => {
    asked.push({ channel, input })
    return parsed(channel, input)
  }
  return {
    answer,
    asked,
    inputsOf: (channel: string) => asked.filter((one) => one.channel === channel).map(({ input }) => input),
  }
}

/** A log that can be read. */
export const readableLog = () => {
  const lines: string[] = []
  const line = (text: string, facts: object = {}): void => void lines.push(`${text} ${JSON.stringify(facts)}`)
  return { lines, info: line, warn: line, error: line }
}
