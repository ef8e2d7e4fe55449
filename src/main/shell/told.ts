import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** What the seller has been told already, so that a restart says nothing twice. Numbers and kinds only. */
export interface Told {
  has(fact: string): boolean
  /** Forgets everything that is not among these: what was solved and comes back is news again. */
  keep(facts: readonly string[]): void
}

export const openTold = (file: string): Told => {
  let told = new Set(read(file))
  return {
    has: (fact) => told.has(fact),
    keep(facts) {
      const next = new Set(facts)
      if (next.size === told.size && facts.every((fact) => told.has(fact))) return
      told = next
      write(file, [...next])
    },
  }
}

const read = (file: string): readonly string[] => {
  try {
    const facts: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return Array.isArray(facts) ? facts.filter((fact) => typeof fact === 'string') : []
  } catch {
    return []
  }
}

const write = (file: string, facts: readonly string[]): void => {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(facts))
    renameSync(`${file}.new`, file)
  } catch {
    // A full disk costs a notification that comes twice, nothing more.
  }
}
