import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentTableView } from '../../../preload/contract/shapes.ts'
import { TextField } from '../../components/field.tsx'
import { Fold } from '../../components/fold.tsx'
import { isOpen } from './document-rows.ts'
import { answerAt, openPaths, withAnswer } from './open-paths.ts'

interface OpenAnswersProps {
  text: string
  onText: (text: string) => void
  tables: readonly DocumentTableView[]
}

/** A field for each place of a document that waits for an answer. One that was answered stays, to be read again and changed. */
export function OpenAnswers({ text, onText, tables }: OpenAnswersProps) {
  const { t } = useTranslation()
  const [known, setKnown] = useState<readonly string[]>([])
  const open = openPaths(text, tables)
  if (open.some((path) => !known.includes(path))) setKnown([...new Set([...known, ...open])])
  const answers = known.flatMap((path) => {
    const answer = answerAt(text, path)
    return answer === null ? [] : [{ path, answer }]
  })
  if (answers.length === 0) return null
  return (
    <Fold title={t('connections.tables.others')} open={open.length > 0}>
      {answers.map(({ path, answer }) => (
        <TextField
          key={path}
          label={path}
          value={isOpen(answer) ? '' : answer}
          {...(isOpen(answer) && { className: 'unanswered', placeholder: t('connections.tables.unanswered') })}
          onValue={(next) => onText(withAnswer(text, path, next))}
        />
      ))}
    </Fold>
  )
}
