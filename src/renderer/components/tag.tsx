import type { ReactNode } from 'react'
import './tag.css'

export type TagTone = 'plain' | 'green' | 'red' | 'amber' | 'blue' | 'plum'

export function Tag({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>
}

export function KeyCap({ children }: { children: ReactNode }) {
  return <kbd className="key-cap">{children}</kbd>
}
