import type { LucideIcon } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { Glyph } from './glyph.tsx'
import { KeyCap } from './tag.tsx'
import './menu.css'

export interface MenuEntry {
  readonly label: string
  readonly icon?: LucideIcon
  readonly hint?: string
  readonly danger?: boolean
  readonly onSelect: () => void
}

/** A button that opens a list of things to do. */
export function Menu({
  trigger,
  entries,
  head,
}: {
  trigger: ReactNode
  entries: readonly MenuEntry[]
  head?: string | null
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          {head && <DropdownMenu.Label className="menu-head">{head}</DropdownMenu.Label>}
          {entries.map(({ label, icon, hint, danger, onSelect }) => (
            <DropdownMenu.Item key={label} className={danger ? 'menu-entry ink-red' : 'menu-entry'} onSelect={onSelect}>
              {icon && <Glyph of={icon} />}
              <span className="grow">{label}</span>
              {hint && <KeyCap>{hint}</KeyCap>}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
