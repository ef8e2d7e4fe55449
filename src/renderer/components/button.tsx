import { LoaderCircle, type LucideIcon } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { Glyph } from './glyph.tsx'
import './button.css'

type Kind = 'plain' | 'primary' | 'quiet' | 'danger'

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & {
  kind?: Kind
  small?: boolean
  icon?: LucideIcon
  busy?: boolean
  /** Why it is not possible now; it stays where it is, can be reached and says so. */
  reason?: string | null
}

/** One filled button (`primary`) a region. */
export function Button({
  kind = 'plain',
  small,
  icon,
  busy,
  reason,
  children,
  onClick,
  className,
  ...rest
}: ButtonProps) {
  const blocked = busy === true || typeof reason === 'string'
  return (
    <button
      type="button"
      {...rest}
      className={['button', `button-${kind}`, small && 'button-small', className].filter(Boolean).join(' ')}
      aria-disabled={blocked || undefined}
      data-busy={busy || undefined}
      title={reason ?? rest.title}
      onClick={(event) => (blocked ? event.preventDefault() : onClick?.(event))}
    >
      {busy ? (
        <LoaderCircle className="turning" size={14} aria-hidden="true" />
      ) : (
        icon && <Glyph of={icon} size={small ? 14 : 16} />
      )}
      {children}
    </button>
  )
}

type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> & {
  icon: LucideIcon
  label: string
  /** The key that does the same. */
  hint?: string
  badge?: ReactNode
}

export function IconButton({ icon, label, hint, small, className, badge, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      small={small ?? false}
      className={['button-icon', className].filter(Boolean).join(' ')}
      aria-label={label}
      title={hint === undefined ? label : `${label} (${hint})`}
    >
      {rest.busy ? null : <Glyph of={icon} size={small ? 14 : 16} />}
      {badge}
    </Button>
  )
}
