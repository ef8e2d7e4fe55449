import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/field.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { useApp } from '../../stores/use-app.ts'
import { isAbout } from '../connections/connector-fields.tsx'

/** A new product of This PC. */
export function ProductDialog({ backOfficeId, onClose }: { backOfficeId: number; onClose: () => void }) {
  const { t } = useTranslation()
  const saveProduct = useApp((state) => state.saveProduct)
  const [draft, setDraft] = useState({ sku: '', ean: '', title: '', stock: '0', safetyStock: '0' })
  const [wrong, setWrong] = useState<{ readonly field: string | null; readonly message: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const errorOf = (field: string): string | null =>
    isAbout(wrong?.field ?? null, field) ? (wrong?.message ?? null) : null

  const add = async (): Promise<void> => {
    if (draft.sku.trim() === '') return setWrong({ field: 'sku', message: t('products.skuMissing') })
    const notNumber = (['stock', 'safetyStock'] as const).find((field) => !/^-?\d+$/.test(draft[field].trim()))
    if (notNumber !== undefined) return setWrong({ field: notNumber, message: t('products.notNumber') })
    setBusy(true)
    const product = { ...draft, stock: Number(draft.stock), safetyStock: Number(draft.safetyStock), priceCents: null }
    const reply = await saveProduct(backOfficeId, product, null)
    setBusy(false)
    if (reply.ok) onClose()
    else setWrong(reply.fault)
  }

  const fields = [
    ['sku', t('products.sku')],
    ['title', t('products.name')],
    ['ean', t('products.ean')],
    ['stock', t('products.stock')],
    ['safetyStock', t('products.safety')],
  ] as const
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('products.add')}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button kind="primary" busy={busy} onClick={() => void add()}>
            {t('do.add')}
          </Button>
        </>
      }
    >
      <form
        className="form-grid"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        {wrong !== null && !fields.some(([field]) => isAbout(wrong.field, field)) && (
          <ProblemStrip>{wrong.message}</ProblemStrip>
        )}
        {fields.map(([field, label]) => (
          <TextField
            key={field}
            label={label}
            code={field === 'sku' || field === 'ean'}
            inputMode={field === 'stock' || field === 'safetyStock' ? 'numeric' : 'text'}
            value={draft[field]}
            onValue={(value) => setDraft({ ...draft, [field]: value })}
            error={errorOf(field)}
          />
        ))}
        <button type="submit" className="unseen" tabIndex={-1} aria-hidden="true" />
      </form>
    </Dialog>
  )
}
