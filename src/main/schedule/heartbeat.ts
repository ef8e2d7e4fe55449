import { networkInterfaces } from 'node:os'
import type { Clock } from '../connectors/sockets/ports.ts'

export interface HeartbeatNeeds {
  readonly clock: Pick<Clock, 'now' | 'nowIso'>
  /** The PC slept: far more time went by than between two beats. */
  readonly onWake: () => void
  readonly onNetworkBack: () => void
  readonly onNetworkGone: () => void
  readonly onBeat: () => void
  /** True while the PC has an address other than its own loopback. */
  readonly isOnline?: () => boolean
}

const BEAT_MS = 15_000
/** A busy PC is late by seconds; only sleep makes a beat late by a minute. */
const SLEPT_MS = 60_000

const hasNetwork = (): boolean =>
  Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal))

/** Notices what no timer tells: that the PC slept, and that the network went or came back. */
export const startHeartbeat = ({ clock, isOnline = hasNetwork, ...needs }: HeartbeatNeeds) => {
  let lastBeat = clock.now()
  let offlineSince = isOnline() ? null : clock.nowIso()
  const beat = (): void => {
    const now = clock.now()
    const online = isOnline()
    const slept = now - lastBeat - BEAT_MS > SLEPT_MS
    const cameBack = online && offlineSince !== null
    const went = !online && offlineSince === null
    lastBeat = now
    if (cameBack) offlineSince = null
    if (went) offlineSince = clock.nowIso()
    needs.onBeat()
    if (slept) needs.onWake()
    else if (cameBack) needs.onNetworkBack()
    else if (went) needs.onNetworkGone()
  }
  const timer = setInterval(beat, BEAT_MS)
  return { offlineSince: (): string | null => offlineSince, stop: (): void => clearInterval(timer) }
}
