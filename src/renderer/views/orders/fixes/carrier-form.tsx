import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button.tsx'
import { SelectField } from '../../../components/field.tsx'
import type { FixFormProps } from './fix-form.tsx'
import { useCarriers } from './use-carriers.ts'

/** Who carries it; the answer is remembered. Where only a few fit, they are a button each. */
export function CarrierForm({ order, problem, label, busy, onFix, beside }: FixFormProps) {
  const { t } = useTranslation()
  const [carrier, setCarrier] = useState('')
  const [missing, setMissing] = useState(false)
  const carriers = useCarriers(order.connectionId)
  const { candidates, carrier: given } = problem.detail
  const few = carriers.filter(({ id }) => Array.isArray(candidates) && candidates.includes(id))
  return (
    <div className="fix-form">
      {few.length > 0 && (
        <div className="problem-acts">
          {few.map(({ id, name }) => (
            <Button key={id} busy={busy} onClick={() => void onFix({ carrier: id })}>
              {name}
            </Button>
          ))}
        </div>
      )}
      <SelectField
        label={t('fix.carrier')}
        value={carrier}
        onValue={setCarrier}
        choices={[
          { value: '', label: t('fix.chooseCarrier') },
          ...carriers.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        help={
          typeof given === 'string' && given !== '' ? t('fix.remembered', { name: given }) : t('fix.rememberedNumber')
        }
        error={missing ? t('fix.missing', { field: t('fix.carrier') }) : null}
      />
      <div className="problem-acts">
        <Button
          kind="primary"
          busy={busy}
          onClick={() => {
            setMissing(carrier === '')
            if (carrier !== '') void onFix({ carrier })
          }}
        >
          {label}
        </Button>
        {beside}
      </div>
    </div>
  )
}
