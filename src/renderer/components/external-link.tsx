import { ExternalLink as Arrow } from 'lucide-react'
import type { ReactNode } from 'react'
import { Glyph } from './glyph.tsx'
import './external-link.css'

/** Leaves the window for the system's browser. Only https is ever a link: what comes from outside is text. */
export function ExternalLink({ to, children }: { to: string; children: ReactNode }) {
  if (!to.startsWith('https://')) return <span>{children}</span>
  return (
    <a className="external-link" href={to} target="_blank" rel="noreferrer noopener">
      {children}
      <Glyph of={Arrow} size={12} />
    </a>
  )
}
