import { useTranslation } from 'react-i18next'
import type { ProblemView } from '../../preload/contract/shapes.ts'
import { type About, type ProblemWords, problemWords } from './problem-words.ts'
import { useFormat } from './use-format.ts'

export const useProblemWords = (): ((
  problem: Pick<ProblemView, 'kind' | 'detail' | 'message'>,
  about: About,
) => ProblemWords) => {
  const { t, i18n } = useTranslation()
  const format = useFormat()
  return (problem, about) => problemWords(problem, about, { t, i18n, format })
}
