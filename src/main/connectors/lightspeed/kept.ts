import { z } from 'zod'
import type { Ports } from '../sockets/ports.ts'

const AN_HOUR = 3_600_000

/** Every cycle connects anew, and a shop hardly changes: an answer is good for an hour, in the next cycles too. */
export const keptForAnHour = async <T>(
  { records, clock }: Pick<Ports, 'records' | 'clock'>,
  name: string,
  shape: z.ZodType<T>,
  ask: () => Promise<T>,
): Promise<T> => {
  const key = `kept:${name}`
  const known = records.read(key, z.object({ at: z.number(), value: shape }))
  if (known !== null && Math.abs(clock.now() - known.at) < AN_HOUR) return known.value
  const value = await ask()
  records.save(key, { at: clock.now(), value })
  return value
}
