import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button.tsx'
import { TextField } from '../../../components/field.tsx'
import type { FixFormProps } from './fix-form.tsx'

/** A carrier of the seller's own, with the link its numbers go into. */
export function TemplateForm({ problem, label, busy, onFix, beside }: FixFormProps) {
  const { t } = useTranslation()
  const { carrier: given } = problem.detail
  const [carrier, setCarrier] = useState(typeof given === 'string' ? given : '')
  const [template, setTemplate] = useState('')
  const [asked, setAsked] = useState(false)
  const isLink = template.trim().startsWith('https://') && template.includes('{trackingNumber}')
  return (
    <form
      className="fix-form"
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (isLink && carrier.trim() !== '') void onFix({ carrier: carrier.trim(), template: template.trim() })
      }}
    >
      <TextField
        label={t('fix.templateName')}
        value={carrier}
        onValue={setCarrier}
        error={asked && carrier.trim() === '' ? t('delivery.ownNameMissing') : null}
      />
      <TextField
        label={t('fix.template')}
        help={t('fix.templateHelp')}
        placeholder="https://"
        value={template}
        onValue={setTemplate}
        error={asked && !isLink ? t('delivery.ownTemplateWrong') : null}
      />
      <div className="problem-acts">
        <Button kind="primary" type="submit" busy={busy}>
          {label}
        </Button>
        {beside}
      </div>
    </form>
  )
}
