import { useTranslation } from 'react-i18next'
import type { FieldView } from '../../../preload/contract/shapes.ts'
import { Fold } from '../../components/fold.tsx'
import { isOpen, readRows, writeRows } from './document-rows.ts'
import { DocumentTable } from './document-table.tsx'
import { isJson } from './json-text.ts'
import { OpenAnswers } from './open-answers.tsx'
import './document-tables.css'

/** What a preview read of an answer: a record a row, under our names. */
export type SeenRows = readonly Readonly<Record<string, string>>[]

interface DocumentTablesProps {
  field: Pick<FieldView, 'label' | 'tables'>
  text: string
  onText: (text: string) => void
  seen: SeenRows
}

/** What of a document differs from one outside to the next, so that nobody has to edit JSON. Each table is a view of the text below it. */
export function DocumentTables({ field, text, onText, seen }: DocumentTablesProps) {
  const { t } = useTranslation()
  const { label, tables } = field
  if (tables.length === 0 || text.trim() === '') return null
  if (!isJson(text)) return <p className="note">{t('connections.tables.notJson', { document: label })}</p>
  const shown = tables.map((table) => {
    const rows = readRows(text, table)
    if (rows === null) return null
    const open = rows.filter(({ theirs, fixed }) => !fixed && isOpen(theirs)).length
    const words = seen.flatMap((record) => (table.seenAs === null ? [] : [record[table.seenAs] ?? '']))
    return (
      <Fold
        key={table.at}
        title={table.title}
        hint={
          open > 0
            ? t('connections.tables.open', { count: open })
            : t('connections.tables.rows', { count: rows.length })
        }
        open={open > 0}
      >
        <DocumentTable
          table={table}
          rows={rows}
          words={words}
          onRows={(next) => onText(writeRows(text, table, next))}
        />
      </Fold>
    )
  })
  return (
    <>
      {shown}
      <OpenAnswers text={text} onText={onText} tables={tables} />
    </>
  )
}
