import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { SelectField } from '../../components/field.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { TickBox } from '../../components/tick-box.tsx'
import { builtInOffice } from '../../stores/back-offices-slice.ts'
import { useApp } from '../../stores/use-app.ts'

/** An invented account. It goes with This PC, unless the seller lets invented orders into a real shop. */
export function PracticeDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { backOffices, builtIn, startPractice, notify, go } = useApp((state) => ({
    backOffices: state.backOffices,
    builtIn: builtInOffice(state)?.id ?? null,
    startPractice: state.startPractice,
    notify: state.notify,
    go: state.go,
  }))
  const [officeId, setOfficeId] = useState(builtIn)
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const real = backOffices.find(({ id, officeKind }) => id === officeId && officeKind !== 'built-in')
  const shops = backOffices.filter(({ officeKind }) => officeKind !== 'built-in')

  const start = async (): Promise<void> => {
    setBusy(true)
    const reply = await startPractice(officeId, sure)
    setBusy(false)
    if (!reply.ok) return setProblem(reply.fault.message)
    notify('done', t('connections.practiceStarted'))
    onClose()
    go('orders')
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('connections.addPractice')}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void start()}>
            {t('connections.practiceStart')}
          </Button>
        </>
      }
    >
      <p className="second">{t('connections.practiceBody')}</p>
      {problem !== null && <ProblemStrip>{problem}</ProblemStrip>}
      {shops.length > 0 && (
        <SelectField
          label={t('connections.practiceShop')}
          value={String(officeId ?? '')}
          choices={[
            { value: String(builtIn ?? ''), label: t('app.thisPc') },
            ...shops.map(({ id, label }) => ({ value: String(id), label })),
          ]}
          onValue={(value) => {
            setOfficeId(value === '' ? null : Number(value))
            setSure(false)
            setProblem(null)
          }}
        />
      )}
      {real !== undefined && (
        <TickBox
          shown
          label={t('connections.practiceIntoShop', { office: real.label })}
          checked={sure}
          onTick={(ticked) => {
            setSure(ticked)
            setProblem(null)
          }}
        />
      )}
    </Dialog>
  )
}
