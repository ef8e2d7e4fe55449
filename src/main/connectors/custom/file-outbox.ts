import { createHash } from 'node:crypto'
import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { Folder, Ports } from '../sockets/ports.ts'
import { filesIn, nameOf } from './file-place.ts'
import { nextTurn } from './file-told.ts'

const Line = z.object({ sku: z.string(), quantity: z.number() })
const Try = z.object({
  path: z.string(),
  temporary: z.string(),
  hash: z.string(),
  at: z.string(),
  /** What was told before it was about an earlier try. */
  turn: z.number(),
  /** The order as it was written; null for what is no order. */
  facts: z.object({ totalCents: z.number(), postcode: z.string(), lines: z.array(Line) }).nullable(),
  /** `staged`: whole under its temporary name, so that whether it is still there says whether it was sent. */
  state: z.enum(['staged', 'sent']),
})
export type Try = z.infer<typeof Try>

const Tries = z.array(Try)

/** What is to be sent, and under which name at its nth try. */
export interface Letter {
  readonly bytes: Uint8Array
  readonly facts: Try['facts']
  readonly pathOf: (number: number) => string
}

/**
 * Files that must go out once. Each is written under a temporary name, noted as staged, moved to its own name and noted as sent: a crash
 * between any two of these leaves no doubt. In no other state is a file written again.
 */
export const createOutbox = ({ side, clock, records }: Ports, subject: string) => {
  const keyOf = (reference: string): string => `files/sent/${subject}/${reference}`
  const triesOf = (reference: string): readonly Try[] => records.read(keyOf(reference), Tries) ?? []
  const save = (reference: string, tries: readonly Try[]): void => {
    if (tries.length === 0) records.remove(keyOf(reference))
    else records.save(keyOf(reference), tries)
  }
  const note = (reference: string, last: Try): Try => {
    save(reference, [...triesOf(reference).filter(({ path }) => path !== last.path), last])
    return last
  }
  const unstage = (reference: string, { path }: Try): void =>
    save(
      reference,
      triesOf(reference).filter((one) => one.path !== path),
    )

  const move = async (folder: Folder, reference: string, staged: Try, isNew: boolean): Promise<Try> => {
    switch (await folder.move(staged.temporary, staged.path)) {
      case 'moved':
        return note(reference, { ...staged, state: 'sent' })
      case 'gone':
        if (!isNew) return note(reference, { ...staged, state: 'sent' })
        unstage(reference, staged)
        throw new Fault('unreachable', `“${staged.temporary}” was taken away before it had its name.`, { side })
      case 'taken':
        return overAnother(folder, reference, staged)
    }
  }

  /** Of an earlier life of ours, whose records are lost; or somebody else's. */
  const overAnother = async (folder: Folder, reference: string, staged: Try): Promise<Try> => {
    const there = await folder.read(staged.path, MOST)
    const isSame = hashOf(there) === staged.hash
    if (isSame) note(reference, { ...staged, state: 'sent' })
    else unstage(reference, staged)
    await folder.remove(staged.temporary)
    if (isSame) return { ...staged, state: 'sent' }
    throw new Fault(
      'refused',
      `A file “${staged.path}” lies there already and says something else. Navette writes over nothing: look at it, and take it away if it is not to be.`,
      { side },
    )
  }

  const resume = async (folder: Folder, reference: string, staged: Try, hash: string): Promise<Try | null> => {
    if (staged.hash === hash) return move(folder, reference, staged, false)
    if (!(await isThere(folder, staged.temporary))) return note(reference, { ...staged, state: 'sent' })
    // Never sent, and to say something else by now: not staged any more before it is written anew, lest a half be taken for a whole.
    unstage(reference, staged)
    return null
  }

  return {
    triesOf,
    forget: (reference: string): void => records.remove(keyOf(reference)),
    /** A new try follows one that was sent only when it `isAnew`. */
    async send(folder: Folder, reference: string, { bytes, facts, pathOf }: Letter, isAnew: boolean): Promise<Try> {
      const hash = hashOf(bytes)
      const last = triesOf(reference).at(-1)
      if (last?.state === 'sent' && !isAnew) return last
      const resumed = last?.state === 'staged' ? await resume(folder, reference, last, hash) : null
      if (resumed !== null) return resumed
      const path = pathOf(triesOf(reference).length + 1)
      const temporary = `${path}.tmp`
      await unseen(() => folder.write(temporary, bytes))
      const turn = nextTurn(records)
      const staged = note(reference, { ...{ path, temporary, hash, facts, turn }, at: clock.nowIso(), state: 'staged' })
      return move(folder, reference, staged, true)
    },
    /** The last try, whatever cut it short; null when nothing was ever sent. */
    async lastSent(folder: Folder, reference: string): Promise<Try | null> {
      const last = triesOf(reference).at(-1)
      if (last === undefined || last.state === 'sent') return last ?? null
      if (!(await isThere(folder, last.temporary))) return note(reference, { ...last, state: 'sent' })
      return triesOf(reference).findLast(({ state }) => state === 'sent') ?? null
    },
  }
}
export type Outbox = ReturnType<typeof createOutbox>

/** An order's file is no larger. */
const MOST = 5_000_000

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const isThere = async (folder: Folder, path: string): Promise<boolean> => {
  const beside = await filesIn(folder, path.slice(0, -nameOf(path).length - 1))
  return beside.some((file) => file.path === path)
}

/** Nobody reads a temporary name: whatever became of it, nothing was sent. */
const unseen = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Fault) || error.outcome === 'not-done') throw error
    const { kind, message, detail, cause } = error
    throw new Fault(kind, message, { ...(error.side === null ? {} : { side: error.side }), detail, cause })
  }
}
