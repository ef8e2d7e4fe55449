import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { readFileBytes } from '../../components/save-file.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { CsvPreview } from '../../stores/products-slice.ts'
import { useApp } from '../../stores/use-app.ts'
import { CsvErrors } from '../csv-errors.tsx'

/** A CSV: looked at first, and imported only when all of it is right. */
export function ImportDialog({ backOfficeId, onClose }: { backOfficeId: number; onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [chosen, setChosen] = useState<{ readonly name: string; readonly bytes: string } | null>(null)
  const [preview, setPreview] = useState<CsvPreview | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const { previewProducts, importProducts, notify } = useApp((state) => ({
    previewProducts: state.previewProducts,
    importProducts: state.importProducts,
    notify: state.notify,
  }))

  const look = async (file: File): Promise<void> => {
    setBusy(true)
    const bytes = await readFileBytes(file)
    const reply = await previewProducts(backOfficeId, bytes)
    setBusy(false)
    setChosen({ name: file.name, bytes })
    setPreview(reply.ok ? reply.value : null)
    setProblem(reply.ok ? null : reply.fault.message)
  }
  const take = async (): Promise<void> => {
    if (chosen === null) return
    setBusy(true)
    const reply = await importProducts(backOfficeId, chosen.bytes)
    setBusy(false)
    if (!reply.ok) return setProblem(reply.fault.message)
    const { added, changed, unchanged, errors } = reply.value
    if (errors.length > 0) return setPreview({ total: 0, rows: [], errors })
    notify('done', t('products.imported', { added, changed, unchanged }))
    onClose()
  }
  const isReady = preview !== null && preview.errors.length === 0 && preview.total > 0

  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('products.dropTitle')}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          {isReady && (
            <Button kind="primary" busy={busy} onClick={() => void take()}>
              {t('products.importButton', { count: preview.total })}
            </Button>
          )}
        </>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button inside */}
      <div
        className={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const [file] = event.dataTransfer.files
          if (file) void look(file)
        }}
      >
        <p className="second">{t('products.dropBody')}</p>
        <input
          ref={picker}
          type="file"
          accept=".csv,text/csv"
          hidden
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) void look(file)
            event.target.value = ''
          }}
        />
        <Button busy={busy} onClick={() => picker.current?.click()}>
          {t('products.chooseFile')}
        </Button>
      </div>
      {problem !== null && <ProblemStrip>{problem}</ProblemStrip>}
      {preview !== null && preview.errors.length > 0 && <CsvErrors file={chosen?.name ?? ''} errors={preview.errors} />}
      {isReady && (
        <section aria-label={t('products.firstRows')}>
          <h3>{t('products.preview', { file: chosen?.name ?? '', n: format.number(preview.total) })}</h3>
          <table className="preview">
            <thead>
              <tr>
                <th scope="col">{t('products.sku')}</th>
                <th scope="col">{t('products.name')}</th>
                <th scope="col">{t('products.stock')}</th>
              </tr>
            </thead>
            <tbody>
              {preview.rows.map(({ sku, title, stock }) => (
                <tr key={sku}>
                  <td className="mono">{sku}</td>
                  <td>{title}</td>
                  <td className="number">{stock}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Dialog>
  )
}
