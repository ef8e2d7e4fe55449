import type { Clock } from '../sockets/ports.ts'

/** What is read once and good for a while. Nothing is remembered of a reading that failed. */
export const remembered = <T>(clock: Clock, milliseconds: number, read: () => Promise<T>): (() => Promise<T>) => {
  let last: { readonly at: number; readonly value: T } | null = null
  return async () => {
    if (last !== null && Math.abs(clock.now() - last.at) < milliseconds) return last.value
    const value = await read()
    last = { at: clock.now(), value }
    return value
  }
}
