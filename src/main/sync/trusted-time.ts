import type { Clock } from '../connectors/sockets/ports.ts'
import { minutes, type TrustedTime } from './corridor.ts'

/** A jump of this PC's clock beyond this makes whatever depends on time pause (product.md section 8). */
const JUMP = minutes(60)
/** A jump is believed once the servers still agree with it after this long. */
const CONFIRMED_AFTER = minutes(1)
/** Below this, the difference is the way the answer took. */
const NOISE = 2_000

/** Time as the servers tell it by their `Date`, kept between answers by this PC's own clock. */
export const createTrustedTime = (clock: Pick<Clock, 'now'>, trustServers: boolean) => {
  let ahead = 0
  let isKnown = false
  let jumpedAt: number | null = null

  const now = (): number => clock.now() + ahead
  const time: TrustedTime = {
    now,
    nowIso: () => new Date(now()).toISOString(),
    get trusted() {
      return jumpedAt === null
    },
  }

  return {
    time,
    /** Takes note of a server's time beside this PC's, both in milliseconds. */
    observe(serverTime: number, localTime: number): void {
      if (!trustServers) return
      const seen = Math.abs(serverTime - localTime) < NOISE ? 0 : serverTime - localTime
      if (isKnown && Math.abs(seen - ahead) > JUMP) jumpedAt = serverTime
      else if (jumpedAt !== null && serverTime - jumpedAt > CONFIRMED_AFTER) jumpedAt = null
      ahead = seen
      isKnown = true
    },
  }
}
