import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../preload/contract/app.ts'

type English = typeof import('../../../resources/locales/en.json')
type Paths<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Paths<T[K], `${P}${K}.`>
}[keyof T & string]
type WithoutCount<K extends string> = K extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : K

/** A text of `locales/en.json`: a key that is missing there does not compile. */
export type TextKey = WithoutCount<Paths<English>>

/** A text in the language of the screens, numbers as it writes them; `count` chooses between one and many. */
export type Words = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string

export const LANGUAGES: readonly Language[] = ['en', 'fr', 'de']

/** What the seller chose, or the first of the system's languages that we speak. */
export const chosenLanguage = (setting: Language | 'system', ofSystem: readonly string[]): Language => {
  if (setting !== 'system') return setting
  const spoken = ofSystem.flatMap((tag) => LANGUAGES.filter((language) => tag.toLowerCase().split('-')[0] === language))
  return spoken[0] ?? 'en'
}

/** English stands in for what a language lacks. */
export const readWords = (resources: string, language: Language): Words => {
  const texts = [readTexts(resources, language), readTexts(resources, 'en')]
  const plural = new Intl.PluralRules(language)
  const numbers = new Intl.NumberFormat(language)
  const written = (value: string | number = ''): string => (typeof value === 'number' ? numbers.format(value) : value)

  return (key, values = {}) => {
    const { count } = values
    const form = typeof count === 'number' ? plural.select(count) : null
    const names = form === null ? [key] : [`${key}_${form}`, `${key}_other`, key]
    const text = texts.flatMap((tree) => names.map((name) => textAt(tree, name))).find((found) => found !== null)
    return (text ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => written(values[name]))
  }
}

const readTexts = (resources: string, language: Language): unknown => {
  try {
    return JSON.parse(readFileSync(join(resources, 'locales', `${language}.json`), 'utf8'))
  } catch {
    // A damaged installation still has a tray to quit from.
    return {}
  }
}

const textAt = (tree: unknown, path: string): string | null => {
  const found = path.split('.').reduce<unknown>((at, name) => (isTree(at) ? at[name] : undefined), tree)
  return typeof found === 'string' ? found : null
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
