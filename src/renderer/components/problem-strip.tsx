import type { ReactNode } from 'react'
import { NeedsYouIcon, TryingAgainIcon } from './status-icon.tsx'
import './problem-strip.css'

interface ProblemStripProps {
  /** Navette deals with it by itself. */
  soft?: boolean
  children: ReactNode
  action?: ReactNode
}

/** A sentence over a screen, with its own way out. */
export function ProblemStrip({ soft, children, action }: ProblemStripProps) {
  return (
    <div className={soft ? 'problem-strip soft' : 'problem-strip'} role={soft ? 'status' : 'alert'}>
      {soft ? <TryingAgainIcon /> : <NeedsYouIcon />}
      <p className="grow">{children}</p>
      {action}
    </div>
  )
}
