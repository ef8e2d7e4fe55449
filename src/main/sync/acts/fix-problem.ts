import type { Order } from '../../domain/order.ts'
import { choicesFor, mostUrgent, type Problem, type ProblemKind } from '../../domain/problem.ts'
import type { Corridor } from '../corridor.ts'
import type { Act } from '../engine.ts'
import { acceptBySeller, handleManually, refuseBySeller, retryOrder } from './buttons.ts'
import { type Done, notDone } from './done.ts'
import type { Fix } from './fix.ts'
import {
  acknowledge,
  cancelAll,
  cancelMissing,
  keepMissing,
  leaveCancellation,
  leaveTracking,
  noteIncidentSeen,
  offerChanged,
  openClaim,
  sendAgain,
  trackFromInputs,
} from './fixes-after-shipping.ts'
import {
  acceptAvailable,
  confirmPreorder,
  correctAddress,
  mapMode,
  useAlias,
  waitForStock,
} from './fixes-before-acceptance.ts'
import {
  acceptDifference,
  cancelThere,
  createAnew,
  keepOne,
  lookAgain,
  placeAdopted,
  placeAgain,
} from './fixes-in-back-office.ts'
import { addTemplate, chooseCarrier } from './fixes-of-carrier.ts'

const accept: Fix = (corridor, order) => acceptBySeller(corridor, order)
const refuse: Fix = (corridor, order) => refuseBySeller(corridor, order)
const manual: Fix = (corridor, order) => handleManually(corridor, order)
const retry: Fix = (corridor, order) => retryOrder(corridor, order)

/** What each choice of each kind does. Kinds that stand beside connections only are solved there. */
const FIXES: Readonly<Partial<Record<ProblemKind, Readonly<Record<string, Fix>>>>> = {
  negotiation: { accept, refuse },
  preorder: { accept, refuse, confirm: confirmPreorder },
  sku: { alias: useAlias, retry, refuse },
  stock: { wait: waitForStock, 'accept-available': acceptAvailable, refuse },
  address: { correct: correctAddress, manual },
  'delivery-mode': { map: mapMode },
  'unknown-value': { retry, manual },
  'accepted-elsewhere': { place: placeAdopted, leave: manual },
  'total-differs': { accept, refuse, 'accept-difference': acceptDifference, 'cancel-there': cancelThere },
  'in-doubt': { 'look-again': lookAgain, create: createAnew },
  duplicate: { keep: keepOne },
  gone: { 'place-again': placeAgain, cancel: cancelAll, manual },
  incident: { acknowledge: noteIncidentSeen, manual },
  partial: { 'cancel-items': cancelMissing, leave: keepMissing, acknowledge },
  cancellation: { cancel: cancelAll, leave: leaveCancellation },
  carrier: { choose: chooseCarrier, 'add-template': addTemplate, track: trackFromInputs, manual },
  'tracking-required': { track: trackFromInputs, manual },
  'tracking-changed': { offer: offerChanged, leave: leaveTracking },
  'not-recorded': { 'send-again': sendAgain, manual },
  'cancelled-late': { acknowledge },
  claim: { open: openClaim },
  refused: { retry, manual },
  unreadable: { retry },
  unreachable: { retry },
  busy: { retry },
  quota: { retry },
}

/** Solves the named problem by the named choice; without a name, the most urgent one that knows the choice. */
export const fixProblem = async (
  corridor: Corridor,
  order: Order,
  { kind, choice, inputs }: Extract<Act, { action: 'fix' }>,
): Promise<Done> => {
  const standing = corridor.repositories.problems.of({ orderId: order.id })
  const problem = mostUrgent(
    standing.filter((one) => (kind === null || one.kind === kind) && choicesFor(one).includes(choice)),
  )
  if (problem === null) return notDone(whyNot(order, standing, choice))
  const fix = FIXES[problem.kind]?.[choice]
  return fix === undefined ? notDone(`"${choice}" cannot be done from here.`) : fix(corridor, order, problem, inputs)
}

const whyNot = (order: Order, standing: readonly Problem[], choice: string): string => {
  if (standing.length === 0) return `Order ${order.reference} has no problem to solve.`
  const known = standing.map((problem) => `${problem.kind}: ${choicesFor(problem).join(', ')}`).join('; ')
  return `"${choice}" does not solve a problem of order ${order.reference}. Its problems and their choices are ${known}.`
}
