import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Glyph } from './glyph.tsx'
import './empty-state.css'

interface EmptyStateProps {
  icon: LucideIcon
  title: string
  /** Why it is empty, and what will fill it. */
  children?: ReactNode
  action?: ReactNode
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <Glyph of={icon} size={40} ink="ink-grey" />
      <h2>{title}</h2>
      {children && <p className="second">{children}</p>}
      {action}
    </div>
  )
}

/** The first reading of a list: quiet bars, for a moment. */
export function Bars({ label, count = 8 }: { label: string; count?: number }) {
  return (
    <div className="bars" role="status" aria-label={label}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars are all alike and never move
        <span key={index} className="bar" />
      ))}
    </div>
  )
}
