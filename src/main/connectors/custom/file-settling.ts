import { z } from 'zod'
import type { FileThere, Ports } from '../sockets/ports.ts'

/** Whether a second look follows at once where there is something new. */
export type Patience = 'waits' | 'looks'

export const seenKeyOf = (path: string): string => `files/seen/${path}`

const Seen = z.object({ bytes: z.number(), modifiedAt: z.number(), at: z.number() })

/**
 * Files that have not changed for so long: nobody writes them any more. A first look that is remembered serves the next cycle; whoever
 * waits gets a second one at once, so that a single run reads what is new, too.
 */
export const createSettling = ({ clock, records }: Pick<Ports, 'clock' | 'records'>, settleSeconds: number) => {
  const age = ({ path, bytes, modifiedAt }: FileThere): number => {
    const seen = records.read(seenKeyOf(path), Seen)
    if (seen !== null && seen.bytes === bytes && seen.modifiedAt === modifiedAt) return clock.now() - seen.at
    records.save(seenKeyOf(path), { bytes, modifiedAt, at: clock.now() })
    return 0
  }
  const isOld = (file: FileThere): boolean => age(file) >= settleSeconds * 1000

  return async (
    look: () => Promise<readonly FileThere[]>,
    patience: Patience = 'waits',
  ): Promise<readonly FileThere[]> => {
    const found = await look()
    const old = found.filter(isOld)
    if (old.length === found.length || patience === 'looks') return old
    await clock.sleep(settleSeconds * 1000)
    return (await look()).filter(isOld)
  }
}
