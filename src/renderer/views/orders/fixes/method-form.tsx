import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliveryMethodView } from '../../../../preload/contract/back-offices.ts'
import { Button } from '../../../components/button.tsx'
import { SelectField } from '../../../components/field.tsx'
import { useApp } from '../../../stores/use-app.ts'
import type { FixFormProps } from './fix-form.tsx'

const NOT_AVAILABLE = ' not-available'

/** Which method of the back office ships this mode from now on. */
export function MethodForm({ order, label, busy, onFix, beside }: FixFormProps) {
  const { t } = useTranslation()
  const { officeId, office, readMethods } = useApp((state) => {
    const connection = state.connections?.find(({ id }) => id === order.connectionId)
    return {
      officeId: connection?.backOfficeId ?? null,
      office: connection?.backOffice ?? '',
      readMethods: state.readMethods,
    }
  })
  const [methods, setMethods] = useState<readonly DeliveryMethodView[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [method, setMethod] = useState('')
  useEffect(() => {
    if (officeId === null) return
    let current = true
    void readMethods(officeId).then((reply) => {
      if (!current) return
      if (reply.ok) setMethods(reply.value)
      else setProblem(reply.fault.message)
    })
    return () => {
      current = false
    }
  }, [officeId, readMethods])
  return (
    <div className="fix-form">
      <SelectField
        label={t('fix.method', { office })}
        value={method}
        onValue={(value) => {
          setMethod(value)
          setProblem(null)
        }}
        choices={[
          { value: '', label: t('fix.chooseMethod') },
          ...methods.map(({ id, title }) => ({ value: id, label: title })),
          { value: NOT_AVAILABLE, label: t('fix.notAvailable') },
        ]}
        error={problem}
      />
      <div className="problem-acts">
        <Button
          kind="primary"
          busy={busy}
          onClick={() => {
            if (method === '') setProblem(t('fix.missing', { field: t('fix.method', { office }) }))
            else void onFix({ methodId: method === NOT_AVAILABLE ? null : method })
          }}
        >
          {label}
        </Button>
        {beside}
      </div>
    </div>
  )
}
