import { useTranslation } from 'react-i18next'
import { CopyButton } from '../../../components/copy-button.tsx'
import { Tag } from '../../../components/tag.tsx'
import { useFormat } from '../../../i18n/use-format.ts'
import type { FoldedEntry } from './fold-story.ts'
import { Who } from './story-entry.tsx'

/** One call: method, address without its secrets, answer, duration, attempt. */
export function CallEntry({ folded: { entry, times } }: { folded: FoldedEntry }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { at, actor, detail } = entry
  const fact = (name: string): string => {
    const value = detail[name]
    return value === null || value === undefined ? '' : String(value)
  }
  const status = fact('status')
  const attempt = Number(fact('attempt') || 1) + times - 1
  const isWell = status.startsWith('2') && fact('fault') === ''
  return (
    <li>
      <time dateTime={at}>{format.when(at)}</time>
      <Who actor={actor} />
      <details className="call">
        <summary>
          <span className="medium">{fact('name')}</span>
          <span className="grow" />
          {attempt > 1 && <span className="small third">{t('call.attempt', { n: attempt })}</span>}
          {fact('durationMs') !== '' && (
            <span className="small third number">{format.took(Number(fact('durationMs')))}</span>
          )}
          <Tag tone={isWell ? 'green' : 'red'}>{status === '' ? t('call.noAnswer') : status}</Tag>
          <span className="mono call-address">
            {fact('method')} {fact('url')}
          </span>
        </summary>
        {fact('failure') !== '' && <p className="more">{fact('failure')}</p>}
        {(['request', 'answer'] as const).map(
          (part) =>
            fact(part) !== '' && (
              <div key={part}>
                <h4>{t(`call.${part}`)}</h4>
                {/* A long answer scrolls, so it can be reached by keys. */}
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus */}
                <pre className="mono" tabIndex={0}>
                  {fact(part)}
                </pre>
              </div>
            ),
        )}
        <CopyButton text={JSON.stringify(detail, null, 2)} label={t('call.copy')} />
      </details>
    </li>
  )
}
