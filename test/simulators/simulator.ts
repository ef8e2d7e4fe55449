import type { There } from '../batteries/back-office/harness.ts'
import type { Received, Simulation } from './wire.ts'

/** A stand-in for a webshop or warehouse: a server on loopback that keeps state, behaves and misbehaves as its specification says. */
export interface Simulator extends Simulation {
  /** The connector's form, filled in so that it gets in; secrets among them. */
  readonly values: Readonly<Record<string, string>>
  /** What people do there. */
  readonly there: There
  /** The call after which an order exists there. */
  isCreation(call: Received): boolean
}

export interface SimulatorOptions {
  /** Its clock, in milliseconds since 1970; the machine's unless said. */
  readonly now?: () => number
}
