import { Plus } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentTableView } from '../../../preload/contract/shapes.ts'
import { Button } from '../../components/button.tsx'
import { FieldSays } from '../../components/field.tsx'
import { FileButton } from '../../components/file-button.tsx'
import { readTextFile } from '../../components/read-text-file.ts'
import { DocumentRow } from './document-row.tsx'
import type { Row } from './document-rows.ts'
import { namesInSample } from './names-in-sample.ts'
import { proposalsFor, withProposal } from './proposals.ts'

interface DocumentTableProps {
  table: DocumentTableView
  rows: readonly Row[]
  /** Their words that turned up in a preview. */
  words: readonly string[]
  onRows: (rows: readonly Row[]) => void
}

interface Sample {
  readonly names: readonly string[]
  readonly problem: string | null
}

/** Their words beside ours; those that turned up and are missing are offered. */
export function DocumentTable({ table, rows, words, onRows }: DocumentTableProps) {
  const { t } = useTranslation()
  const list = useId()
  const [sample, setSample] = useState<Sample>({ names: [], problem: null })
  // Columns and fields are names of a file of theirs; words for a state are not.
  const hasNames = table.rows !== 'theirs-first'
  const proposals = proposalsFor(table, rows, [...words, ...sample.names])
  const nameOf = (ours: string | null): string | null =>
    table.choices?.find(({ value }) => value === ours)?.label ?? ours
  const take = async (file: File): Promise<void> => {
    const read = await readTextFile(file)
    if ('problem' in read)
      return setSample({ names: [], problem: t(`connections.document.${read.problem}`, { file: file.name }) })
    const names = namesInSample(read.text)
    setSample({ names, problem: names.length === 0 ? t('connections.tables.noNames', { file: file.name }) : null })
  }
  const free = table.choices?.find(({ value }) => rows.every(({ ours }) => ours !== value))?.value ?? ''
  const add = (): void => onRows([...rows, { theirs: '', ours: table.rows === 'ours-first' ? free : '' }])

  return (
    <div className="document-table">
      {table.help !== null && <p className="second small">{table.help}</p>}
      {rows.length > 0 && (
        <div className="document-row document-head" aria-hidden="true">
          <span>{table.theirs}</span>
          <span />
          <span>{table.ours}</span>
        </div>
      )}
      <ul aria-label={table.title}>
        {rows.map((row, index) => (
          <DocumentRow
            // A row has no name of its own that would last while it is typed.
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
            key={index}
            row={row}
            number={index + 1}
            table={table}
            names={list}
            isTwice={rows.some((other, at) => at !== index && isSameRow(table, other, row))}
            onRow={(next) => onRows(rows.map((one, at) => (at === index ? next : one)))}
            onRemove={() => onRows(rows.filter((_, at) => at !== index))}
          />
        ))}
      </ul>
      <datalist id={list}>
        {sample.names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {proposals.length > 0 && (
        <fieldset className="proposals">
          <legend className="second small">
            {t(hasNames ? 'connections.tables.fits' : 'connections.tables.seen')}
          </legend>
          {proposals.map((proposal) => (
            <Button key={proposal.theirs} small icon={Plus} onClick={() => onRows(withProposal(rows, proposal))}>
              {proposal.ours === null ? proposal.theirs : `${proposal.theirs} → ${nameOf(proposal.ours)}`}
            </Button>
          ))}
        </fieldset>
      )}
      <div className="line wrap">
        <Button small icon={Plus} onClick={add}>
          {t('connections.tables.add')}
        </Button>
        {hasNames && (
          <FileButton accept=".csv,.txt,.json,text/csv,application/json" onFile={(file) => void take(file)}>
            {t('connections.tables.sample')}
          </FileButton>
        )}
        {sample.names.length > 0 && (
          <span className="second small">{t('connections.tables.names', { count: sample.names.length })}</span>
        )}
      </div>
      {sample.problem !== null && <FieldSays error={sample.problem} />}
    </div>
  )
}

/** Of two rows that say something about the same word only the last one counts. */
const isSameRow = ({ rows }: DocumentTableView, one: Row, other: Row): boolean => {
  if (typeof rows === 'object') return false
  return rows === 'ours-first'
    ? one.ours === other.ours
    : one.theirs.trim().toLowerCase() === other.theirs.trim().toLowerCase()
}
