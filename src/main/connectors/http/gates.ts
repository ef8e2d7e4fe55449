import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { Clock, Records } from '../sockets/ports.ts'

const Gate = z.object({ kind: z.enum(['busy', 'quota']), until: z.string(), message: z.string() })

export interface Gates {
  /** Throws the fault that closed this gate while its time has not come. */
  check(name: string): void
  /** Remembers what a fault said about when to come back; a fault that said nothing, or another kind of fault, closes nothing. */
  closeFor(name: string, fault: Fault): void
}

/** The outside's requests to stay away until a given moment, kept in the database so that a restart does not forget them. */
export const createGates = ({ records, clock, side }: { records: Records; clock: Clock; side: string }): Gates => ({
  check(name) {
    const gate = records.read(keyOf(name), Gate)
    if (gate === null) return
    if (Date.parse(gate.until) > clock.now()) throw new Fault(gate.kind, gate.message, { side, retryAt: gate.until })
    records.remove(keyOf(name))
  },
  closeFor(name, { kind, message, retryAt }) {
    if (retryAt === null || (kind !== 'busy' && kind !== 'quota')) return
    records.save(keyOf(name), { kind, until: retryAt, message })
  },
})

const keyOf = (name: string): string => `gate:${name}`
