/** What can go wrong on demand (15.2, 2.5 to 2.7, 14). */
export const FAULT_KINDS = {
  /** 503 with an HTML page. */
  'html-503': 'instead',
  /** 200 with an HTML page. */
  'html-200': 'instead',
  /** 200 with nothing. */
  empty: 'instead',
  /** `Unknown error`, `Service unavailable`. */
  outage: 'instead',
  /** `Quota exceeded.` */
  quota: 'instead',
  /** The connection is dropped and nothing has happened. */
  'drop-before': 'instead',
  /** Everything has happened, the connection is dropped without an answer. */
  'drop-after': 'answer',
  /** The answer comes after `delayMs`; what was asked has happened by then. */
  slow: 'answer',
  truncated: 'answer',
  /** Characters that XML forbids, inside texts. */
  'control-characters': 'answer',
  /** The answer grows to `bytes` with blanks; 51 MiB unless set. */
  oversized: 'answer',
  /** A document type with entities that grow, and a reference to them. */
  doctype: 'answer',
  /** ISO-8859-1 bytes in a document that says UTF-8. */
  'wrong-encoding': 'answer',
  /** UTF-8 bytes in a document that says ISO-8859-1. */
  'double-encoded': 'answer',
  /** The seller has made a new token on the site: the one in use is refused from this call on. */
  'token-reset': 'world',
  /** The buyer cancels the item (with `wholePurchase`, all of it) just before the call is looked at. */
  'buyer-cancels': 'world',
  /** Of the items of one purchase every second one cannot be accepted: outage. */
  'half-accept': 'world',
  /** Of the items of a shipping file every second one is refused with `statut incorrect`. */
  'half-shipping-file': 'world',
  /** Of the lines of a stock file every second one ends in error. */
  'half-stock-file': 'world',
  /** A stock file ends with all lines in error and no product listed (12.2). */
  'stock-file-rejected': 'world',
} as const satisfies Record<string, 'instead' | 'answer' | 'world'>

export type FaultKind = keyof typeof FAULT_KINDS

/** The one action that a fault of these kinds is about. */
const ACTION_OF: Partial<Record<FaultKind, string>> = {
  'buyer-cancels': 'acceptsale',
  'half-accept': 'acceptsale',
  'half-shipping-file': 'importitemshippingstatus',
  'half-stock-file': 'genericimportfile',
  'stock-file-rejected': 'genericimportfile',
}

export interface FaultRule {
  readonly kind: FaultKind
  /** Only calls of this action; any unless set, or unless the kind is about one action alone. */
  readonly action?: string
  /** How many calls are touched; 1 unless set (`half-accept` stays until it is removed). */
  readonly times?: number | 'always'
  /** The first call touched, counted from now among those of the action; 1, the next one, unless set. */
  readonly at?: number
  /** For the kinds that answer something else: the state has changed all the same. */
  readonly processed?: boolean
  readonly delayMs?: number
  readonly bytes?: number
  readonly wholePurchase?: boolean
}

export interface Faults {
  /** Returns an id to remove it by. Throws on an unknown kind or a count below 1. */
  add(rule: FaultRule): string
  remove(id: string): void
  clear(): void
  list(): readonly (FaultRule & { readonly id: string })[]
  /** The rules that touch this call; every rule for the action counts it. */
  touching(action: string): readonly FaultRule[]
}

interface ActiveRule {
  readonly rule: FaultRule
  seen: number
}

const lastCall = ({ at = 1, times = 1 }: FaultRule): number =>
  times === 'always' ? Number.POSITIVE_INFINITY : at + times - 1

const withKindDefaults = (rule: FaultRule): FaultRule => {
  const action = ACTION_OF[rule.kind]
  return { ...(action && { action }), ...(rule.kind === 'half-accept' && { times: 'always' as const }), ...rule }
}

export const createFaults = (): Faults => {
  const active = new Map<string, ActiveRule>()
  let added = 0

  const touches = (id: string, entry: ActiveRule, action: string): boolean => {
    const { rule } = entry
    if (rule.action !== undefined && rule.action !== action) return false
    entry.seen += 1
    if (entry.seen >= lastCall(rule)) active.delete(id)
    return entry.seen >= (rule.at ?? 1)
  }

  return {
    add(rule) {
      if (!Object.hasOwn(FAULT_KINDS, rule.kind)) throw new Error(`No such fault: ${rule.kind}`)
      if ((rule.at ?? 1) < 1 || (rule.times !== 'always' && (rule.times ?? 1) < 1)) {
        throw new Error('A fault needs counts of 1 or more')
      }
      added += 1
      const id = `fault-${added}`
      active.set(id, { rule: withKindDefaults(rule), seen: 0 })
      return id
    },
    remove: (id) => void active.delete(id),
    clear: () => active.clear(),
    list: () => Array.from(active, ([id, { rule }]) => ({ ...rule, id })),
    touching: (action) =>
      Array.from(active)
        .filter(([id, entry]) => touches(id, entry, action))
        .map(([, { rule }]) => rule),
  }
}
