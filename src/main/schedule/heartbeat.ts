import { networkInterfaces } from 'node:os'
import type { Clock } from '../connectors/sockets/ports.ts'

export interface HeartbeatNeeds {
  readonly clock: Pick<Clock, 'now'>
  /** The PC slept: far more time went by than between two beats. */
  readonly onWake: () => void
  readonly onNetworkBack: () => void
  readonly onBeat: () => void
  /** True while the PC has an address other than its own loopback. */
  readonly isOnline?: () => boolean
}

const BEAT_MS = 15_000
/** A busy PC is late by seconds; only sleep makes a beat late by a minute. */
const SLEPT_MS = 60_000

const hasNetwork = (): boolean =>
  Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal))

/** Notices what no timer tells: that the PC slept, and that the network came back. Returns the function that stops it. */
export const startHeartbeat = ({ clock, onWake, onNetworkBack, onBeat, isOnline = hasNetwork }: HeartbeatNeeds) => {
  let lastBeat = clock.now()
  let wasOnline = isOnline()
  const beat = (): void => {
    const now = clock.now()
    const online = isOnline()
    const slept = now - lastBeat - BEAT_MS > SLEPT_MS
    const cameBack = online && !wasOnline
    lastBeat = now
    wasOnline = online
    onBeat()
    if (slept) onWake()
    else if (cameBack) onNetworkBack()
  }
  const timer = setInterval(beat, BEAT_MS)
  return (): void => clearInterval(timer)
}
