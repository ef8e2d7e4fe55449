import { refusePatterns } from './refuse-patterns.ts'
import { Template } from './template.ts'

type Outcome = { readonly template: Template } | { readonly refusal: string }

/** The template in a text, or a sentence that names the member which does not fit. */
export const readTemplate = (text: string): Outcome => {
  const value = parse(text)
  if (value === undefined) return { refusal: 'The template is not JSON: a comma, a quote or a bracket is missing.' }
  const open = openQuestions(value)
  if (open.length > 0) return { refusal: `Still to be answered: ${firstOf(open)}.` }
  const parsed = Template.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const path = issue?.path.map(String).join('.') || 'the whole of it'
    return { refusal: `The template does not fit at ${path}: ${issue?.message ?? 'it cannot be read'}.` }
  }
  const refusal = refusePatterns(parsed.data)
  return refusal === null ? { template: parsed.data } : { refusal }
}

export const refuseTemplate = (text: string): string | null => {
  const outcome = readTemplate(text)
  return 'refusal' in outcome ? outcome.refusal : null
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

const QUESTION = '?'
/** As many as somebody reads in a sentence. */
const NAMED = 3

const firstOf = (paths: readonly string[]): string => {
  const named = paths.slice(0, NAMED).join(', ')
  return paths.length > NAMED ? `${named} and ${paths.length - NAMED} more` : named
}

/** Where somebody still has to say what stands there (divide.md 5). */
const openQuestions = (value: unknown, path = ''): readonly string[] => {
  if (value === QUESTION) return [path]
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, member]) => {
    const here = path === '' ? name : `${path}.${name}`
    return name === QUESTION ? [here] : openQuestions(member, here)
  })
}
