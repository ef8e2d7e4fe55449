import { X } from 'lucide-react'
import { AlertDialog, Dialog as Radix } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './button.tsx'
import { useInertPage } from './use-inert-page.ts'
import './dialog.css'

interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  wide?: boolean
  /** The buttons at its foot. */
  foot?: ReactNode
  children: ReactNode
}

// Radix's own overlay writes a style element to keep the page from scrolling, which the policy of the page forbids;
// our page never scrolls as a whole, so a scrim of ours does.

/** For what takes a few fields. What can be undone needs none. */
export function Dialog({ open, onClose, title, wide, foot, children }: DialogProps) {
  const { t } = useTranslation()
  useInertPage(open)
  return (
    <Radix.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Radix.Portal>
        <div className="scrim">
          <Radix.Content
            className={wide ? 'dialog dialog-wide' : 'dialog'}
            aria-describedby={undefined}
            onOpenAutoFocus={focusFirstField}
          >
            <header className="dialog-head">
              <Radix.Title className="grow">{title}</Radix.Title>
              <Radix.Close asChild>
                <IconButton kind="quiet" small icon={X} label={t('do.close')} hint="Esc" />
              </Radix.Close>
            </header>
            <div className="dialog-body">{children}</div>
            {foot && <footer className="dialog-foot">{foot}</footer>}
          </Radix.Content>
        </div>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** What is to be filled in comes first, not the cross that closes it. */
const focusFirstField = (event: Event): void => {
  const dialog = event.currentTarget instanceof HTMLElement ? event.currentTarget : null
  const field = dialog?.querySelector<HTMLElement>('.dialog-body :is(input:not([hidden]), select, textarea)')
  if (!field) return
  event.preventDefault()
  field.focus()
}

interface ConfirmProps {
  open: boolean
  /** The head as a question. */
  title: string
  /** What follows from it. */
  consequence: string
  /** The verb again, and the number. */
  confirm: string
  /** The safe way out: it has the focus, and Esc. */
  keep: string
  danger?: boolean
  children?: ReactNode
  onConfirm: () => Promise<unknown>
  onClose: () => void
}

/** Only for what cannot be undone. */
export function ConfirmDialog({
  open,
  title,
  consequence,
  confirm,
  keep,
  danger = true,
  children,
  onConfirm,
  onClose,
}: ConfirmProps) {
  const [busy, setBusy] = useState(false)
  useInertPage(open)
  const go = async (): Promise<void> => {
    setBusy(true)
    await onConfirm()
    setBusy(false)
    onClose()
  }
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => next || onClose()}>
      <AlertDialog.Portal>
        <div className="scrim">
          <AlertDialog.Content className="dialog">
            <header className="dialog-head">
              <AlertDialog.Title className="grow">{title}</AlertDialog.Title>
            </header>
            <div className="dialog-body">
              <AlertDialog.Description className="second">{consequence}</AlertDialog.Description>
              {children}
            </div>
            <footer className="dialog-foot">
              <AlertDialog.Cancel asChild>
                <Button>{keep}</Button>
              </AlertDialog.Cancel>
              <Button kind={danger ? 'danger' : 'primary'} busy={busy} onClick={() => void go()}>
                {confirm}
              </Button>
            </footer>
          </AlertDialog.Content>
        </div>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
