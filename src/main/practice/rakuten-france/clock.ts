/** The time of the practice account. It ticks with the clock it was given and can be moved by hand. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
  /** From now on the clock says `instant` (ISO text with a zone, or milliseconds) and ticks on from there. */
  set(instant: string | number): void
  advance(milliseconds: number): void
}

export const createClock = (source: () => number): Clock => {
  let offset = 0
  return {
    now: () => source() + offset,
    set(instant) {
      const wanted = typeof instant === 'number' ? instant : Date.parse(instant)
      if (!Number.isFinite(wanted)) throw new Error(`Not an instant: ${instant}`)
      offset = wanted - source()
    },
    advance(milliseconds) {
      if (!Number.isFinite(milliseconds)) throw new Error(`Not a number of milliseconds: ${milliseconds}`)
      offset += milliseconds
    },
  }
}
