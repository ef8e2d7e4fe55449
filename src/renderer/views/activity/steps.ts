import type { StepName } from '../../../preload/contract/vocabulary.ts'

/** The eight steps of a cycle, in their order. */
export const STEPS = [
  'import',
  'accept',
  'place',
  'read-shipments',
  'cancel',
  'send-tracking',
  'read-back',
  'stock',
] as const satisfies readonly StepName[]
