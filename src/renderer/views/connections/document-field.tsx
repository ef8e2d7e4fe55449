import { Download, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldView } from '../../../preload/contract/shapes.ts'
import { Button } from '../../components/button.tsx'
import { FieldSays } from '../../components/field.tsx'
import { FileButton } from '../../components/file-button.tsx'
import { Fold } from '../../components/fold.tsx'
import { readTextFile } from '../../components/read-text-file.ts'
import { saveFile } from '../../components/save-file.ts'
import { TextArea } from '../../components/text-area.tsx'
import { DocumentTables, type SeenRows } from './document-tables.tsx'
import { isJson } from './json-text.ts'

interface DocumentFieldProps {
  field: FieldView
  /** With what sets it apart from the fields that are needed. */
  label: string
  value: string
  error: string | null
  onValue: (value: string) => void
  /** What a preview read, under our names. */
  seen: SeenRows
}

/** A text of many lines. A secret one is read from its file and never shown. */
export function DocumentField({ field, label, value, error, onValue, seen }: DocumentFieldProps) {
  const { t } = useTranslation()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [fileName, setFileName] = useState('')
  const take = async (file: File): Promise<void> => {
    const read = await readTextFile(file)
    if ('problem' in read) return setTrouble(t(`connections.document.${read.problem}`, { file: file.name }))
    setTrouble(null)
    setFileName(file.name)
    onValue(read.text)
  }
  const open = (
    <FileButton key="open" onFile={(file) => void take(file)}>
      {t('connections.document.open')}
    </FileButton>
  )
  const says = error ?? trouble

  if (field.secret)
    return (
      <fieldset className="field">
        <legend className="field-label">{label}</legend>
        <div className="line wrap">
          {open}
          <span className="second">
            {value === '' ? t('connections.document.none') : t('connections.document.read', { file: fileName })}
          </span>
          {value !== '' && (
            <Button kind="quiet" small icon={X} onClick={() => onValue('')}>
              {t('connections.document.takeOut')}
            </Button>
          )}
        </div>
        <FieldSays help={[field.help, t('connections.add.secretKept')].filter(Boolean).join(' ')} error={says} />
      </fieldset>
    )
  const area = (
    <TextArea
      code
      rows={12}
      label={label}
      help={field.help}
      error={says}
      required={!field.optional}
      value={value}
      onValue={onValue}
    >
      <div className="line wrap document-buttons">
        {open}
        {value !== '' && (
          <Button small icon={Download} onClick={() => saveFile(asFile(field.name, value))}>
            {t('connections.document.save')}
          </Button>
        )}
      </div>
    </TextArea>
  )
  if (field.tables.length === 0) return area
  return (
    <div className="document-tables">
      <DocumentTables field={field} text={value} onText={onValue} seen={seen} />
      <Fold title={t('connections.document.whole', { document: label })} open={!isJson(value) || says !== null}>
        {area}
      </Fold>
    </div>
  )
}

/** A document as it is handed on: its text alone, no address and no secret of the form around it. */
export const asFile = (name: string, text: string) => {
  const isJson = text.trimStart().startsWith('{')
  return { name: `${name}.${isJson ? 'json' : 'txt'}`, mediaType: isJson ? 'application/json' : 'text/plain', text }
}
