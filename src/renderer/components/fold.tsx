import { ChevronRight } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Glyph } from './glyph.tsx'
import './fold.css'

interface FoldProps {
  title: string
  /** What it is about, while it is shut. */
  hint?: string
  /** Something in it must be seen. */
  open?: boolean
  children: ReactNode
}

/** What most never need, one press away. */
export function Fold({ title, hint, open = false, children }: FoldProps) {
  // Once something was seen in it, it stays open: it must not shut over a field that is just being filled in.
  const [wasOpen, setWasOpen] = useState(open)
  if (open && !wasOpen) setWasOpen(true)
  return (
    <details className="fold" open={wasOpen || undefined}>
      <summary>
        <Glyph of={ChevronRight} ink="fold-sign" />
        <span className="medium">{title}</span>
        {hint && <span className="third small fold-hint">{hint}</span>}
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  )
}
