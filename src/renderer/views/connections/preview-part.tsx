import { useTranslation } from 'react-i18next'
import type { PreviewView } from '../../../preload/contract/back-offices.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { ProblemStrip } from '../../components/problem-strip.tsx'

/** Enough to see whether every field came out right. */
const ROWS = 10

/** One operation: the text as it goes out or came in, what was read of it, and what does not fit. */
export function PreviewPart({ part: { title, text, rows, problem } }: { part: PreviewView }) {
  const { t } = useTranslation()
  return (
    <article className="preview" aria-label={title}>
      <h4>{title}</h4>
      {problem !== null && <ProblemStrip>{problem}</ProblemStrip>}
      {text === null ? (
        problem === null && <p className="second">{t('connections.preview.nothing')}</p>
      ) : (
        <CodeBlock text={text} label={t('connections.preview.copy', { title })} />
      )}
      {rows !== null && rows.length > 0 && <ReadRows title={title} rows={rows} />}
    </article>
  )
}

function ReadRows({ title, rows }: { title: string; rows: NonNullable<PreviewView['rows']> }) {
  const { t } = useTranslation()
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const more = rows.length - ROWS
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div className="preview-rows" tabIndex={0}>
      <table aria-label={t('connections.preview.readOf', { title })}>
        <thead>
          <tr>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, ROWS).map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name than their place
            <tr key={index}>
              {names.map((name) => (
                <td key={name}>{row[name]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="third small">{t('connections.preview.more', { count: more })}</p>}
    </div>
  )
}
