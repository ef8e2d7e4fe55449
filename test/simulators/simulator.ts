import type { BackOffice } from '../../src/main/connectors/sockets/back-office.ts'
import type { There } from '../batteries/back-office/harness.ts'
import type { Received, Simulation, Wire } from './wire.ts'

/**
 * A stand-in for a webshop or warehouse: a server on loopback that keeps state, behaves and misbehaves as its specification says; or, where
 * there is no wire, a folder that its importer looks into.
 */
export interface Simulator<W extends Wire | null = Wire> extends Omit<Simulation, 'wire'> {
  readonly wire: W
  /** The connector's form, filled in so that it gets in; secrets among them. */
  readonly values: Readonly<Record<string, string>>
  /** What people do there. */
  readonly there: There
  /** The call after which an order exists there. */
  isCreation(call: Received): boolean
  /** What can be spoilt where there is no wire of calls. */
  readonly fire?: Pick<Wire, 'spoil' | 'calm'>
  /** What happens there by itself between two cycles. */
  goOn?(): Promise<void>
  /** What its owner sees, where asking over a second connection would take the answers from the first. */
  readonly seen?: Pick<BackOffice, 'findOrders' | 'readStock'>
}
export type AnySimulator = Simulator<Wire | null>

export interface SimulatorOptions {
  /** Its clock, in milliseconds since 1970; the machine's unless said. */
  readonly now?: () => number
}
