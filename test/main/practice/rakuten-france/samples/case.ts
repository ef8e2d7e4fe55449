import { readFileSync } from 'node:fs'
import type { PracticeAccount, PracticeOptions } from '../../../../../src/main/practice/rakuten-france/index.ts'
import { type Answer, ask } from '../ask.ts'
import { PURCHASES } from './purchases.ts'

export const FIXTURES = new URL('../../../../fixtures/rakuten-france/', import.meta.url)

export const sample = (name: string): Buffer => readFileSync(new URL(`${name}.xml`, FIXTURES))

/** How the simulator is brought to answer what a sample shows. */
export interface Case {
  readonly options?: PracticeOptions
  readonly prepare?: (account: PracticeAccount) => unknown
  readonly ask: (account: PracticeAccount) => Promise<Answer>
  /** Numbers that the sample and the simulator cannot share, each with the sample's. */
  readonly renamed?: Readonly<Record<string, string>>
}

export type Cases = Readonly<Record<string, Case>>

type Name = keyof typeof PURCHASES

export const buying =
  (...names: readonly Name[]) =>
  ({ world }: PracticeAccount): void => {
    for (const name of names) world.buy(PURCHASES[name])
  }

export const accepting =
  (name: Name, ...itemIds: readonly string[]) =>
  (account: PracticeAccount): void => {
    buying(name)(account)
    for (const itemId of itemIds) account.world.acceptOnSite(itemId)
  }

export const newSales = (...names: readonly Name[]): Case => ({
  prepare: buying(...names),
  ask: (account) => ask(account, 'getnewsales'),
})
