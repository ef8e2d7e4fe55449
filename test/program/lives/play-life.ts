import type { Navette } from '../../../src/main/navette.ts'
import type { ClockByHand } from '../../helpers/clock-by-hand.ts'
import type { LifeToPlay } from './a-life.ts'
import { createControl, createShopControl } from './control.ts'
import { FIVE_MINUTES, people, type Witness } from './people.ts'
import { orderOf, thisPcEnding } from './views.ts'

/** Twelve hours: no life takes longer, killed or not. */
const MOST_CYCLES = 144

/** Cycle after cycle, with what people do in between, until the order has ended and all is told. Each goes by what is there. */
export const playLife = async (
  navette: Navette,
  clock: ClockByHand,
  toPlay: LifeToPlay,
  witness: Witness & { onEnd(): void },
): Promise<void> => {
  const act = people(navette, clock, toPlay, witness)
  const control = createControl(toPlay.baseUrl)
  const shelf = async () =>
    toPlay.shopUrl === null ? thisPcEnding(navette, clock).shelf : createShopControl(toPlay.shopUrl).shelf()
  for (let cycle = 0; cycle < MOST_CYCLES; cycle += 1) {
    await navette.engine.sync()
    const hasEnded = ENDED.includes(orderOf(navette, toPlay.reference)?.status ?? '')
    if (hasEnded) witness.onEnd()
    if (hasEnded && isAllTold(navette, await shelf())) return
    await act[toPlay.life]()
    clock.advance(FIVE_MINUTES)
    await control.setClock(clock.nowIso())
  }
}

const ENDED: readonly string[] = ['shipped', 'cancelled', 'refused']

/** What lies on the shelf is what Rakuten has confirmed. */
const isAllTold = (
  { repositories: { connections, stock } }: Navette,
  shelf: Readonly<Record<string, number>>,
): boolean =>
  connections
    .list()
    .every(
      ({ id }) =>
        stock.pendingFiles(id).length === 0 &&
        stock.rows(id).every(({ sku, lastSent, state }) => lastSent === shelf[sku] && state === 'sent'),
    )
