import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PresetView } from '../../../preload/contract/back-offices.ts'
import { Button } from '../../components/button.tsx'
import { CodeBlock } from '../../components/code-block.tsx'
import { copyText } from '../../components/copy-text.ts'
import { Fold } from '../../components/fold.tsx'
import { Segments } from '../../components/segments.tsx'

/** What a seller should know of a preset, and what to ask of whoever built the outside. */
export function PresetNote({ preset: { note, questions } }: { preset: PresetView }) {
  const { t } = useTranslation()
  const languages = Object.keys(questions)
  const [language, setLanguage] = useState(languages[0] ?? '')
  const [copied, setCopied] = useState<boolean | null>(null)
  const text = questions[language]
  if (note === null && text === undefined) return null
  return (
    <div className="note preset-note">
      {note !== null && <p>{note}</p>}
      {text !== undefined && (
        <>
          <div className="line wrap">
            <Button small icon={copied ? Check : Copy} onClick={() => void copyText(text).then(setCopied)}>
              {t('connections.presets.questions')}
            </Button>
            {languages.length > 1 && (
              <Segments
                small
                label={t('connections.presets.language')}
                value={language}
                segments={languages.map((code) => ({ value: code, label: nameOf(code) }))}
                onValue={(code) => {
                  setLanguage(code)
                  setCopied(null)
                }}
              />
            )}
          </div>
          <p className="small" role="status">
            {copied === true && t('connections.presets.copied')}
            {copied === false && t('do.copyDenied')}
          </p>
          <Fold title={t('connections.presets.readQuestions')}>
            <CodeBlock text={text} label={t('connections.presets.questions')} />
          </Fold>
        </>
      )}
    </div>
  )
}

/** A language by its own name: whoever reads it knows it so. */
const nameOf = (code: string): string => new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
