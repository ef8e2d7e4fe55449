import type { OrderRow } from '../../../preload/contract/order-views.ts'

/** Its deadline is so near that there is one evening left to decide. */
export const isAtRisk = ({ atRiskFrom }: Pick<OrderRow, 'atRiskFrom'>, now: number): boolean =>
  atRiskFrom !== null && Date.parse(atRiskFrom) <= now
