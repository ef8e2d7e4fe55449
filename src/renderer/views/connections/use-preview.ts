import { useEffect, useRef, useState } from 'react'
import type { OfficePreview } from '../../../preload/contract/back-offices.ts'
import type { Reply, ReplyFault } from '../../../preload/contract/reply.ts'
import type { ShownFor } from '../../stores/back-offices-slice.ts'
import type { SeenRows } from './document-tables.tsx'

export interface PreviewState {
  /** Null until it was asked for. */
  readonly shown: OfficePreview | null
  readonly trouble: ReplyFault | null
  readonly busy: boolean
  /** Asks now, for another order where one is named. */
  look(orderId?: number | null): void
  /** The form is about another back office now. */
  forget(): void
}

type Seen = Pick<PreviewState, 'shown' | 'trouble' | 'busy'>
const NOTHING: Seen = { shown: null, trouble: null, busy: false }

/** Nobody wants an answer to half a word. */
const PAUSE = 700

/**
 * A preview that follows the form, once it was asked for. The newest answer counts.
 * @param form what it depends on, as one text
 */
export const usePreview = (form: string, ask: (shownFor: ShownFor) => Promise<Reply<OfficePreview>>): PreviewState => {
  const [state, setState] = useState<Seen>(NOTHING)
  const [asked, setAsked] = useState<{ readonly orderId: number | null; readonly form: string } | null>(null)
  const newest = useRef(0)

  const run = async (orderId: number | null, following: boolean): Promise<void> => {
    newest.current += 1
    const mine = newest.current
    setAsked({ orderId, form })
    setState((before) => ({ ...before, busy: true }))
    const reply = await ask({ orderId, following })
    if (mine !== newest.current) return
    // What was seen last stays in sight while the form cannot be read.
    setState(({ shown }) => ({
      shown: reply.ok ? reply.value : shown,
      trouble: reply.ok ? null : reply.fault,
      busy: false,
    }))
  }
  const again = useRef(run)
  again.current = run

  const isOld = asked !== null && asked.form !== form
  const orderId = asked?.orderId ?? null
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the form begins the pause anew
  useEffect(() => {
    if (!isOld) return
    const timer = setTimeout(() => void again.current(orderId, true), PAUSE)
    return () => clearTimeout(timer)
  }, [isOld, form, orderId])

  return {
    ...state,
    look: (chosen = orderId) => void run(chosen, false),
    forget() {
      newest.current += 1
      setAsked(null)
      setState(NOTHING)
    },
  }
}

/** Every record it read, under our names. */
export const seenIn = ({ shown }: Pick<PreviewState, 'shown'>): SeenRows =>
  shown?.previews.flatMap(({ rows }) => rows ?? []) ?? []
