import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './button.tsx'
import { copyText } from './copy-text.ts'

export function CopyButton({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    if (!(await copyText(text))) return
    setCopied(true)
    setTimeout(() => setCopied(false), 2_000)
  }
  return (
    <IconButton
      kind="quiet"
      small
      icon={copied ? Check : Copy}
      label={copied ? t('do.copied') : label}
      onClick={() => void copy()}
    />
  )
}
