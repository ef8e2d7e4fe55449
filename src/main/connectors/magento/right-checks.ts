import { z } from 'zod'
import { Fault, isFault } from '../../domain/fault.ts'
import type { Check } from '../sockets/definition.ts'
import type { Call } from './calls.ts'
import { toQuery } from './criteria.ts'
import { NOT_FOUND } from './judge.ts'
import type { Desk } from './settings.ts'

/** An answer of which only matters that it came. */
export const Anything = z.unknown()

/** The fault that a call ends in; null when it went well. */
export const tried = async (call: () => Promise<unknown>): Promise<Fault | null> => {
  try {
    await call()
    return null
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

const one = toQuery({ groups: [], pageSize: 1, fields: 'total_count' })

interface Probe {
  readonly name: string
  readonly call: Call
  /** Does nothing but show whether it would be allowed: there is no order 0, and an order of nothing is refused. */
  readonly isAct?: true
  /** A shop may be without it (5). */
  readonly isOptional?: true
}

const nothing = (path: string): Probe['call'] => ({ path, method: 'POST', body: {} })

const PROBES: readonly Probe[] = [
  { name: 'Right to see orders', call: { path: 'orders', query: one } },
  { name: 'Right to see shipments', call: { path: 'shipments', query: one } },
  { name: 'Right to create orders', call: nothing('orders'), isAct: true },
  { name: 'Right to invoice orders', call: nothing('order/0/invoice'), isAct: true },
  { name: 'Right to cancel orders', call: nothing('orders/0/cancel'), isAct: true },
  { name: 'Right to refund orders', call: nothing('order/0/refund'), isAct: true },
  { name: 'Right to see products', call: { path: 'products', query: one } },
]

const sourceProbes = (website: string): readonly Probe[] => [
  { name: 'Right to see stock sources', call: { path: 'inventory/source-items', query: one } },
  { name: 'Right to see stocks', call: { path: 'inventory/stock-source-links', query: one } },
  {
    name: 'Right to see the stock of the website',
    call: { path: `inventory/stock-resolver/website/${encodeURIComponent(website)}` },
  },
  {
    name: 'Right to see salable quantities',
    call: { path: `inventory/export-stock-salable-qty/website/${encodeURIComponent(website)}`, query: one },
    isOptional: true,
  },
]

const LEGACY_PROBES: readonly Probe[] = [
  {
    name: 'Right to see and change stock',
    call: { path: 'stockItems/lowStock/', query: 'scopeId=0&qty=0&pageSize=1' },
  },
]

const TAXES: Probe = { name: 'Right to see taxes', call: { path: 'taxRules/search', query: one } }

/** One check for each right the integration needs (1.2); without a website, those of a shop that has no MSI. */
export const rightChecks = async (desk: Desk, website: string | null): Promise<readonly Check[]> => {
  const checks: Check[] = []
  for (const probe of [...PROBES, ...(website === null ? LEGACY_PROBES : sourceProbes(website))])
    checks.push(await rightCheck(desk, probe))
  const taxes = await rightCheck(desk, TAXES)
  // Without it orders are booked all the same, with the standard rates.
  return [
    ...checks,
    taxes.ok ? taxes : { ...taxes, ok: true, message: `Not given: VAT is booked at the standard rates.` },
  ]
}

const rightCheck = async ({ calls }: Desk, { name, call, isAct, isOptional }: Probe): Promise<Check> => {
  const fault = await tried(() => calls.call(call, Anything))
  const isMissing = isOptional === true && fault?.detail['code'] === NOT_FOUND
  const isAllowed = fault === null || isMissing || (isAct === true && isFault(fault, 'refused'))
  return { name, ok: isAllowed, message: isAllowed ? 'Given.' : fault.message }
}
