import { Check } from 'lucide-react'
import { useEffect } from 'react'
import type { OrderDetail } from '../../../../preload/contract/order-views.ts'
import { Glyph } from '../../../components/glyph.tsx'
import { NeedsYouIcon } from '../../../components/status-icon.tsx'
import { useApp } from '../../../stores/use-app.ts'

/** How long a green line stands after something went well. */
const SAID_MS = 4_000

/** What the last act on this order came to: a green line for a moment, a red one until the order is left. */
export function OrderOutcome({ order }: { order: OrderDetail }) {
  const { id } = order
  const { outcome, forgetOutcome } = useApp((state) => ({
    outcome: state.outcomes[id],
    forgetOutcome: state.forgetOutcome,
  }))
  useEffect(() => () => forgetOutcome(id), [id, forgetOutcome])
  useEffect(() => {
    if (outcome?.done !== true) return
    const timer = setTimeout(() => forgetOutcome(id), SAID_MS)
    return () => clearTimeout(timer)
  }, [outcome, id, forgetOutcome])
  // A fix that leaves the order where it was says what its card says already.
  if (outcome === undefined || order.problems.some(({ message }) => message === outcome.message)) return null
  return outcome.done ? (
    <p className="order-said" role="status">
      <Glyph of={Check} ink="ink-green" />
      {outcome.message}
    </p>
  ) : (
    <p className="order-said not-done" role="alert">
      <NeedsYouIcon />
      {outcome.message}
    </p>
  )
}
