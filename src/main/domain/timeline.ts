/** Who did it. `elsewhere`: on Rakuten's site, or through another tool. */
export const ACTORS = ['navette', 'seller', 'buyer', 'rakuten', 'back-office', 'elsewhere'] as const
export type Actor = (typeof ACTORS)[number]

/** One thing that happened to an order. Screens word it by `what`; `detail` fills the words in. */
export interface TimelineEntry {
  readonly at: string
  readonly actor: Actor
  readonly what: TimelineEvent
  readonly detail: TimelineDetail
}

export type TimelineDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

/** The events of an order's story. Calls stand in the same timeline as `call`. */
export const TIMELINE_EVENTS = [
  'imported',
  'skipped',
  'reconsidered',
  'item-accepted',
  'item-refused',
  'item-cancelled',
  'accepted',
  'placing',
  'placed',
  'adopted',
  'placing-unknown',
  'completed',
  'completion-undone',
  'dispatched',
  'tracking-changed',
  'tracking-sent',
  'tracking-offered',
  'part-shipped',
  'shipped',
  'message-sent',
  'cancelled',
  'cancelled-in-back-office',
  'line-shrunk',
  'refused',
  'manual',
  'handed-back',
  'claim-opened',
  'claim-closed',
  'problem',
  'problem-solved',
  'decided',
  'address-corrected',
  'stock-lowered',
  'note',
  'erased',
  'call',
] as const
export type TimelineEvent = (typeof TIMELINE_EVENTS)[number]
