import type { Order } from '../../domain/order.ts'
import type { Problem } from '../../domain/problem.ts'
import type { Corridor } from '../corridor.ts'
import type { FixInputs } from '../engine.ts'
import type { Done } from './done.ts'

/** One named way out of one problem. */
export type Fix = (corridor: Corridor, order: Order, problem: Problem, inputs: FixInputs) => Promise<Done>
