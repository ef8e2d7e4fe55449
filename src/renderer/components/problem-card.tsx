import { Clock } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { Glyph } from './glyph.tsx'
import { NeedsYouIcon, TryingAgainIcon } from './status-icon.tsx'
import './problem-card.css'

interface ProblemCardProps {
  head: string
  /** Directly below the head of the page it is a section of its own. */
  level?: 2 | 3
  /** What it means. */
  body?: ReactNode
  /** Navette tries again by itself. */
  soft?: boolean
  /** Fields and buttons. */
  children?: ReactNode
  /** What comes next, and when. */
  next?: ReactNode
}

/** What happened, what it means, one button that settles it, and what comes next. */
export function ProblemCard({ head, level = 3, body, soft, children, next }: ProblemCardProps) {
  const id = useId()
  const Head = level === 2 ? 'h2' : 'h3'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no head of its own kind
    <div className={soft ? 'problem-card soft' : 'problem-card'} role="group" aria-labelledby={id}>
      {soft ? <TryingAgainIcon /> : <NeedsYouIcon />}
      <div className="problem-words">
        <Head id={id}>{head}</Head>
        {body && <p>{body}</p>}
        {children}
        {next && (
          <p className="problem-next">
            <Glyph of={Clock} size={14} />
            <span>{next}</span>
          </p>
        )}
      </div>
    </div>
  )
}
