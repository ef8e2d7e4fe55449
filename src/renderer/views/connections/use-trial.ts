import { useState } from 'react'
import type { Reply } from '../../../preload/contract/reply.ts'
import type { CheckView } from '../../../preload/contract/shapes.ts'
import type { Wrong } from './connector-fields.tsx'

export interface Trial {
  readonly checks: readonly CheckView[]
  readonly wrong: Wrong | null
  /** It was to be kept, and was not. */
  readonly refused: boolean
  /** Resolves with whether it may be kept: a check that says nothing about the account is no reason against it. */
  run(ask: () => Promise<Reply<readonly CheckView[]>>, toKeep: boolean): Promise<boolean>
  refuse(wrong: Wrong): void
  /** What is tested is another one now. */
  forget(): void
}

const NOTHING = { checks: [], wrong: null, refused: false } as const

/** *Test connection* of something that is not kept yet. */
export const useTrial = (): Trial => {
  const [found, setFound] = useState<Pick<Trial, 'checks' | 'wrong' | 'refused'>>(NOTHING)
  return {
    ...found,
    async run(ask, toKeep) {
      const reply = await ask()
      if (!reply.ok) {
        setFound({ ...NOTHING, wrong: reply.fault })
        return false
      }
      const isGood = reply.value.every(({ ok, aside }) => ok || aside === true)
      setFound({ checks: reply.value, wrong: null, refused: toKeep && !isGood })
      return isGood
    },
    refuse: (wrong) => setFound((before) => ({ ...before, wrong })),
    forget: () => setFound(NOTHING),
  }
}
