import type { ModeRow } from '../../preload/contract/delivery.ts'
import type { ModeFigures } from '../db/order-figures.ts'
import {
  type DeliveryMethod,
  isSameMode,
  KNOWN_MODES,
  mayTravelUntracked,
  resolveDeliveryMode,
} from '../domain/delivery-mode.ts'

type OwnTable = Readonly<Record<string, string | null>>

/** Every mode the seller may meet: what waits for an answer first, then Rakuten's own order, then what else was seen. */
export const toModeRows = (
  own: OwnTable,
  methods: readonly DeliveryMethod[],
  figures: readonly ModeFigures[],
): readonly ModeRow[] => {
  const rows = modesOf(own, figures).map((mode) => toRow(mode, own, methods, figures))
  return [...rows.filter(isOpenQuestion), ...rows.filter((row) => !isOpenQuestion(row))]
}

/** One spelling for each mode. */
const modesOf = (own: OwnTable, figures: readonly ModeFigures[]): readonly string[] => {
  const all = [...Object.keys(KNOWN_MODES), ...Object.keys(own), ...figures.map(({ deliveryMode }) => deliveryMode)]
  return all.filter((mode, index) => all.findIndex((earlier) => isSameMode(earlier, mode)) === index)
}

const toRow = (
  mode: string,
  own: OwnTable,
  methods: readonly DeliveryMethod[],
  figures: readonly ModeFigures[],
): ModeRow => {
  const choice = resolveDeliveryMode(mode, own, methods)
  const seen = figures.filter(({ deliveryMode }) => isSameMode(deliveryMode, mode))
  return {
    mode,
    openOrders: sum(seen.map(({ open }) => open)),
    heldOrders: sum(seen.map(({ held }) => held)),
    choice: choice.kind,
    methodId: choice.kind === 'method' ? choice.methodId : null,
    own: Object.keys(own).some((label) => isSameMode(label, mode)),
    tracking: mayTravelUntracked(mode) ? 'not-needed' : hasLabel(mode) ? 'label' : 'needed',
  }
}

/** A mode without an answer asks for one when an order waits for it, or when nobody has ever heard of it. */
const isOpenQuestion = ({ choice, heldOrders, openOrders }: ModeRow): boolean =>
  choice === 'not-mapped' && heldOrders + openOrders > 0

// [C] The modes whose label Rakuten prints; each order says so itself once it is accepted.
const LABELLED = ['So Colissimo', 'Chronopost', 'Shop2Shop', 'Shop2Shop by Chronopost']
const hasLabel = (mode: string): boolean => LABELLED.some((labelled) => isSameMode(labelled, mode))

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
