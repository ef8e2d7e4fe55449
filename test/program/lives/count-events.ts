import SQLite from 'better-sqlite3'
import type { Repositories } from '../../../src/main/db/repositories.ts'

/** Moments between which nothing of a life is kept or said: being killed just before one is being killed just after the one before. */
export type LifeEvent = 'call' | 'answer' | 'commit' | 'intent-opened' | 'intent-closed'

export interface Events {
  readonly seen: readonly LifeEvent[]
  at(event: LifeEvent): void
}

/** Counts what happens, and ends the process at the event of that number (from 1), without a chance to say goodbye. */
export const createEvents = (killAt: number | null): Events => {
  const seen: LifeEvent[] = []
  return {
    seen,
    at(event) {
      seen.push(event)
      if (seen.length === killAt) process.kill(process.pid, 'SIGKILL')
    },
  }
}

/** The calls to the outside; those that move the practice account's world are nobody's. */
export const watchCalls = ({ at }: Events, isOutside: (url: URL) => boolean): void => {
  const { fetch } = globalThis
  globalThis.fetch = async (input, init) => {
    if (!(input instanceof URL) || !isOutside(input)) return fetch(input, init)
    at('call')
    const response = await fetch(input, init)
    at('answer')
    return response
  }
}

/** Every transaction that reaches the disk, and every statement that is one by itself. */
export const watchCommits = ({ at }: Events): void => {
  const memory = new SQLite(':memory:')
  const statements: Pick<SQLite.Statement, 'run'> = Object.getPrototypeOf(memory.prepare('SELECT 1'))
  memory.close()
  const { run } = statements
  statements.run = function (this: SQLite.Statement, ...values: unknown[]) {
    const result = run.apply(this, values)
    if (this.source === 'COMMIT' || (!this.readonly && !this.database.inTransaction)) at('commit')
    return result
  }
}

export const watchIntents = ({ at }: Events, { intents }: Pick<Repositories, 'intents'>): void => {
  const { open, close } = intents
  Object.assign(intents, {
    open: (...given: Parameters<typeof open>) => {
      const intent = open(...given)
      at('intent-opened')
      return intent
    },
    close: (...given: Parameters<typeof close>) => {
      const intent = close(...given)
      at('intent-closed')
      return intent
    },
  })
}
