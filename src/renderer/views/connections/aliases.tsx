import { ArrowRight, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CsvError } from '../../../preload/contract/shapes.ts'
import { Button, IconButton } from '../../components/button.tsx'
import { TextField } from '../../components/field.tsx'
import { FileButton } from '../../components/file-button.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { readFileBytes, saveFile } from '../../components/save-file.ts'
import { useApp, useAppStore } from '../../stores/use-app.ts'
import { CsvErrors } from '../csv-errors.tsx'

interface AliasesProps {
  connectionId: number
  aliases: Readonly<Record<string, string>>
  onChange: (aliases: Readonly<Record<string, string>>) => void
}

/** Rakuten's SKU and what it is called in the shop, for the exceptions. */
export function Aliases({ connectionId, aliases, onChange }: AliasesProps) {
  const { t } = useTranslation()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [errors, setErrors] = useState<readonly CsvError[]>([])
  const [fileName, setFileName] = useState('')
  const { importAliases, exportAliases, notify } = useApp((state) => ({
    importAliases: state.importAliases,
    exportAliases: state.exportAliases,
    notify: state.notify,
  }))
  const store = useAppStore()
  const without = (sku: string) => Object.fromEntries(Object.entries(aliases).filter(([known]) => known !== sku))

  const take = async (file: File): Promise<void> => {
    setFileName(file.name)
    const reply = await importAliases(connectionId, await readFileBytes(file))
    if (!reply.ok) return notify('problem', reply.fault.message)
    setErrors(reply.value.errors)
    if (reply.value.errors.length > 0) return
    const kept = store.getState().connections?.find(({ id }) => id === connectionId)
    if (kept !== undefined) onChange(kept.settings.skuAliases)
    notify('done', t('connections.settings.imported', { count: reply.value.imported }))
  }
  const give = async (): Promise<void> => {
    const file = await exportAliases(connectionId)
    if (file !== null) saveFile(file)
  }

  return (
    <section className="form-section" aria-label={t('connections.settings.aliases')}>
      <div className="line wrap">
        <div className="grow">
          <h3>{t('connections.settings.aliases')}</h3>
          <p className="second small">{t('connections.settings.aliasesHelp')}</p>
        </div>
        <FileButton accept=".csv,text/csv" onFile={(file) => void take(file)}>
          {t('connections.settings.importCsv')}
        </FileButton>
        <Button small onClick={() => void give()}>
          {t('connections.settings.exportCsv')}
        </Button>
      </div>
      {errors.length > 0 && <CsvErrors file={fileName} errors={errors} />}
      <ul className="alias-list">
        {Object.entries(aliases).map(([sku, product]) => (
          <li key={sku}>
            <span className="mono">{sku}</span>
            <Glyph of={ArrowRight} size={14} ink="ink-grey" />
            <span className="mono">{product}</span>
            <IconButton
              kind="quiet"
              small
              icon={X}
              label={t('connections.settings.aliasRemove', { sku })}
              onClick={() => onChange(without(sku))}
            />
          </li>
        ))}
      </ul>
      {Object.keys(aliases).length === 0 && <p className="second">{t('connections.settings.noAliases')}</p>}
      <div className="fix-fields">
        <TextField code label={t('connections.settings.aliasFrom')} value={from} onValue={setFrom} />
        <TextField code label={t('connections.settings.aliasTo')} value={to} onValue={setTo} />
      </div>
      <div>
        <Button
          small
          reason={
            from.trim() === '' || to.trim() === ''
              ? t('fix.missing', { field: t('connections.settings.aliases') })
              : null
          }
          onClick={() => {
            onChange({ ...without(from.trim()), [from.trim()]: to.trim() })
            setFrom('')
            setTo('')
          }}
        >
          {t('connections.settings.aliasAdd')}
        </Button>
      </div>
    </section>
  )
}
