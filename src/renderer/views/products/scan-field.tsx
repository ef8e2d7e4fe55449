import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../components/field.tsx'
import { useApp } from '../../stores/use-app.ts'

/** Scan, units, Enter, and it is ready again. What it did is said as text. */
export function ScanField({ backOfficeId }: { backOfficeId: number }) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const [code, setCode] = useState('')
  const [units, setUnits] = useState('1')
  const [said, setSaid] = useState<{ readonly text: string; readonly ok: boolean } | null>(null)
  const bookUnits = useApp((state) => state.bookUnits)

  const book = async (): Promise<void> => {
    if (code.trim() === '') return
    if (!/^-?\d+$/.test(units.trim())) return setSaid({ text: t('products.notNumber'), ok: false })
    const reply = await bookUnits(backOfficeId, code.trim(), Number(units))
    setSaid(
      reply.ok
        ? { text: t('products.scanned', { sku: reply.value.sku, stock: reply.value.stock }), ok: true }
        : { text: reply.fault.message, ok: false },
    )
    if (!reply.ok) return
    setCode('')
    setUnits('1')
    form.current?.querySelector('input')?.focus()
  }

  return (
    <form
      className="scan"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        void book()
      }}
    >
      <TextField code label={t('products.scan')} placeholder={t('products.scanHelp')} value={code} onValue={setCode} />
      <TextField
        className="units"
        label={t('products.scanUnits')}
        inputMode="numeric"
        value={units}
        onValue={setUnits}
      />
      <button type="submit" className="button button-plain">
        {t('products.book')}
      </button>
      <p className={said?.ok === false ? 'scan-said ink-red' : 'scan-said second'} role="status">
        {said?.text}
      </p>
    </form>
  )
}
