import { ArrowRight, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DocumentTableView } from '../../../preload/contract/shapes.ts'
import { IconButton } from '../../components/button.tsx'
import { SelectField, TextField } from '../../components/field.tsx'
import { Glyph } from '../../components/glyph.tsx'
import { isOpen, OPEN_ANSWER, type Row } from './document-rows.ts'

interface DocumentRowProps {
  table: DocumentTableView
  row: Row
  number: number
  /** The list of names to choose theirs from. */
  names: string
  isTwice: boolean
  onRow: (row: Row) => void
  onRemove: () => void
}

/** Their word, and what it is here. What is more than a word is shown as it is written. */
export function DocumentRow({ table, row, number, names, isTwice, onRow, onRemove }: DocumentRowProps) {
  const { t } = useTranslation()
  const { theirs, ours, fixed, raw } = row
  const choices = table.choices ?? []
  const known = choices.find(({ value }) => value === ours)
  const nameOf = (column: string): string => t('connections.tables.cell', { column, number })
  // What yet waits for an answer is shown as an empty field.
  const shown = theirs === OPEN_ANSWER ? '' : theirs
  const isUnanswered = isOpen(theirs) && !fixed && raw !== undefined
  return (
    <li className="document-row">
      {fixed && table.rows !== 'theirs-first' ? (
        <code className="mono">{theirs}</code>
      ) : (
        <TextField
          label={nameOf(table.theirs)}
          labelUnseen
          list={names}
          value={shown}
          error={isTwice ? t('connections.tables.twice') : null}
          {...(isUnanswered && { className: 'unanswered', placeholder: t('connections.tables.unanswered') })}
          onValue={(word) => onRow({ ...row, theirs: word })}
        />
      )}
      <Glyph of={ArrowRight} size={14} ink="ink-grey" />
      {fixed && table.rows !== 'ours-first' ? (
        <code className="mono">{ours}</code>
      ) : table.choices === null ? (
        <TextField
          label={nameOf(table.ours)}
          labelUnseen
          value={ours}
          onValue={(word) => onRow({ ...row, ours: word })}
        />
      ) : (
        <SelectField
          label={nameOf(table.ours)}
          labelUnseen
          value={ours}
          choices={known ? choices : [{ value: ours, label: ours === '' ? t('do.choose') : ours }, ...choices]}
          onValue={(word) => onRow({ ...row, ours: word })}
        />
      )}
      <IconButton
        kind="quiet"
        small
        icon={X}
        label={t('connections.tables.remove', { row: shown || number })}
        onClick={onRemove}
      />
    </li>
  )
}
