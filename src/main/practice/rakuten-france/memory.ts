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

/** Raised whenever the shape of what is remembered changes: what is older is then forgotten. */
const SHAPE = 1

/** Where an account keeps what has happened to it between two runs. */
export interface MemoryStore {
  /** Null when nothing was kept yet. */
  read(): Uint8Array | null
  save(bytes: Uint8Array): void
}

/** A file of its own; what cannot be read counts as nothing. */
export const memoryInFile = (path: string): MemoryStore => ({
  read() {
    try {
      return readFileSync(path)
    } catch {
      return null
    }
  },
  save(bytes) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.new`, bytes)
    renameSync(`${path}.new`, path)
  },
})

/** What an earlier run left; nothing when there is nothing, or nothing that this release can read. */
export const recall = (store: MemoryStore): Memory => {
  const bytes = store.read()
  if (bytes === null) return emptyMemory()
  try {
    // Written below, by this release: the shape says so.
    const { shape, memory } = deserialize(bytes) as { readonly shape: number; readonly memory: Memory }
    return shape === SHAPE ? memory : emptyMemory()
  } catch {
    // Everything in it was invented: beginning anew costs nobody anything.
    return emptyMemory()
  }
}

export const remember = (store: MemoryStore, account: Memory): void => {
  const memory = Object.fromEntries(memoryKeys.map((key) => [key, account[key]]))
  store.save(serialize({ shape: SHAPE, memory }))
}

// The keys of an empty memory are those of every memory.
const memoryKeys = Object.keys(emptyMemory()) as (keyof Memory)[]
