import { useEffect } from 'react'
import { ProblemStrip } from '../../components/problem-strip.tsx'
import { isAbout, type Wrong } from './connector-fields.tsx'

/** What is wrong with a form, unless one of its fields says it: that one gets the focus. */
export function Refusal({ wrong, shown }: { wrong: Wrong | null; shown: readonly string[] }) {
  useEffect(() => {
    if (wrong !== null) document.querySelector<HTMLElement>('.dialog [aria-invalid]')?.focus()
  }, [wrong])
  if (wrong === null || shown.some((name) => isAbout(wrong.field, name))) return null
  return <ProblemStrip>{wrong.message}</ProblemStrip>
}
