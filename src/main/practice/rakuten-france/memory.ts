import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { OpenPage } from './actions/paging.ts'
import type { Item, Purchase } from './purchase.ts'
import type { Upload } from './upload.ts'
import type { Advert, ToldQuantity } from './world/inventory.ts'

/** Money paid out to the seller at once (10.2). */
export interface Payout {
  readonly compensationId: string
  readonly at: number
  readonly items: readonly Item[]
}

/** What has happened to an account: plain data, and all that outlives a restart. */
export interface Memory {
  readonly purchases: Map<string, Purchase>
  readonly items: Map<string, Item>
  readonly adverts: Map<string, Advert>
  readonly uploads: Upload[]
  readonly payouts: Payout[]
  /** By page token. */
  readonly pages: Map<string, OpenPage>
  readonly withdrawnTransporters: Set<string>
  /** Per SKU, what the seller's stock files said and Rakuten took over. */
  readonly told: Map<string, ToldQuantity[]>
  /** The next number of each kind of id. */
  readonly counters: Map<string, number>
  /** By SKU, of adverts listed or not. */
  readonly advertIds: Map<string, string>
}

export const emptyMemory = (): Memory => ({
  purchases: new Map(),
  items: new Map(),
  adverts: new Map(),
  uploads: [],
  payouts: [],
  pages: new Map(),
  withdrawnTransporters: new Set(),
  told: new Map(),
  counters: new Map(),
  advertIds: new Map(),
})

/** Raised whenever the shape of what is remembered changes: an older file is then forgotten. */
const SHAPE = 1

/** What an earlier run left in a file; nothing when there is no file, or none that this release can read. */
export const recall = (path: string): Memory => {
  try {
    // Written below, by this release: the shape says so.
    const { shape, memory } = deserialize(readFileSync(path)) as { readonly shape: number; readonly memory: Memory }
    return shape === SHAPE ? memory : emptyMemory()
  } catch {
    // Everything in it was invented: beginning anew costs nobody anything.
    return emptyMemory()
  }
}

export const remember = (path: string, account: Memory): void => {
  const memory = Object.fromEntries(memoryKeys.map((key) => [key, account[key]]))
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, serialize({ shape: SHAPE, memory }))
  renameSync(`${path}.new`, path)
}

// The keys of an empty memory are those of every memory.
const memoryKeys = Object.keys(emptyMemory()) as (keyof Memory)[]
