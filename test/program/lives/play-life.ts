import { backOfficeScope } from '../../../src/main/accounts/opening.ts'
import { createThisPc } from '../../../src/main/connectors/this-pc/index.ts'
import type { Order, OrderStatus } from '../../../src/main/domain/order.ts'
import type { Navette } from '../../../src/main/navette.ts'
import type { ClockByHand } from '../../helpers/clock-by-hand.ts'
import type { Life, LifeToPlay } from './a-life.ts'
import { createControl } from './control.ts'

const FIVE_MINUTES = 300_000
/** Twelve hours: no life takes longer, killed or not. */
const MOST_CYCLES = 144

/** What is of interest to whoever counts. */
export interface Witness {
  onAct(): void
  onEnd(): void
}

/** Cycle after cycle, with what people do in between, until the order has ended and all is told. Each goes by what is there. */
export const playLife = async (
  navette: Navette,
  clock: ClockByHand,
  toPlay: LifeToPlay,
  witness: Witness,
): Promise<void> => {
  const act = people(navette, clock, toPlay, witness)
  const control = createControl(toPlay.baseUrl)
  for (let cycle = 0; cycle < MOST_CYCLES; cycle += 1) {
    await navette.engine.sync()
    const hasEnded = ENDED.includes(orderOf(navette, toPlay.reference)?.status ?? '')
    if (hasEnded) witness.onEnd()
    if (hasEnded && isAllTold(navette, clock)) return
    await act[toPlay.life]()
    clock.advance(FIVE_MINUTES)
    await control.setClock(clock.nowIso())
  }
}

export const orderOf = ({ repositories }: Navette, reference: string): Order | undefined =>
  repositories.orders.byReference(reference)[0]

/** This PC as the seller has it on the screen. */
export const thisPcOf = ({ repositories }: Navette, clock: ClockByHand) => {
  const [office] = repositories.backOffices.list()
  if (office === undefined) throw new Error('The prepared folder has a back office')
  return createThisPc(repositories.records.scope(backOfficeScope(office)), clock)
}

/** What the seller, or the buyer, does as soon as it can be done. */
const people = (
  navette: Navette,
  clock: ClockByHand,
  { reference, baseUrl }: LifeToPlay,
  { onAct }: Witness,
): Record<Life, () => Promise<void>> => {
  const { engine } = navette
  const { orders } = thisPcOf(navette, clock)
  const once = async (isTime: boolean, act: () => unknown): Promise<void> => {
    if (!isTime) return
    onAct()
    await act()
  }
  const orderIn = (status: OrderStatus): Order | null => {
    const order = orderOf(navette, reference)
    return order?.status === status ? order : null
  }
  return {
    shipped() {
      const [open] = orders.list('open')
      const parcel = { carrierName: 'Colissimo', trackingNumber: '6A01234567897' }
      return once(open !== undefined, () => orders.ship(open?.reference ?? '', parcel))
    },
    'cancelled-in-back-office'() {
      const [open] = orders.list('open')
      return once(open !== undefined, () => orders.cancel(open?.reference ?? '', 'broken on the shelf'))
    },
    'cancelled-by-buyer'() {
      const placedAt = orderIn('placed')?.placedAt ?? null
      // Just before Rakuten is read back again: the quiet cycles until then would teach nothing.
      const isTime = placedAt !== null && clock.now() >= Date.parse(placedAt) + 4 * FIVE_MINUTES
      return once(isTime, () => createControl(baseUrl).cancelOnce(reference))
    },
    'cancelled-by-seller'() {
      const order = orderIn('placed')
      return once(order !== null, () => engine.act(order?.id ?? 0, { action: 'cancel' }))
    },
    refused() {
      const order = orderIn('imported')
      return once(order !== null, () => engine.act(order?.id ?? 0, { action: 'refuse' }))
    },
  }
}

const ENDED: readonly string[] = ['shipped', 'cancelled', 'refused']

/** What lies on the shelf is what Rakuten has confirmed. */
const isAllTold = (navette: Navette, clock: ClockByHand): boolean => {
  const shelf = new Map(
    thisPcOf(navette, clock)
      .products.list()
      .map(({ sku, stock }) => [sku, stock]),
  )
  const { connections, stock } = navette.repositories
  return connections
    .list()
    .every(
      ({ id }) =>
        stock.pendingFiles(id).length === 0 &&
        stock.rows(id).every(({ sku, lastSent, state }) => lastSent === shelf.get(sku) && state === 'sent'),
    )
}
