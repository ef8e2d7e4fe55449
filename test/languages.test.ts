import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Language } from '../src/preload/contract/app.ts'

const NBSP = '\u00a0'

/** Every text of a language by its dotted key. */
const textsOf = (language: Language): ReadonlyMap<string, string> => {
  const path = fileURLToPath(new URL(`../resources/locales/${language}.json`, import.meta.url))
  const read = (tree: unknown, at: string): readonly (readonly [string, string])[] =>
    typeof tree === 'string'
      ? [[at.slice(1), tree]]
      : Object.entries(tree as object).flatMap(([name, below]) => read(below, `${at}.${name}`)) // a tree of texts
  return new Map(read(JSON.parse(readFileSync(path, 'utf8')), ''))
}

const FORM = /_(zero|one|two|few|many|other)$/
const stemOf = (key: string): string => key.replace(FORM, '')
const formsOf = (language: Language): readonly string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories
const placeholdersOf = (text: string): readonly string[] => [...new Set(text.match(/\{+\w+\}+/g))].sort()

const english = textsOf('en')
const countedOnes = new Set([...english.keys()].filter((key) => FORM.test(key)).map(stemOf))
/** The English text that a key of another language stands for: languages have plural forms of their own. */
const englishOf = (key: string): string => english.get(key) ?? english.get(`${stemOf(key)}_other`) ?? ''

const NAMES = ['Navette', 'Rakuten', 'English', 'Français', 'Deutsch', 'MIT', 'SKU', 'EAN']

/** What reads the same as in English: names and abbreviations of the trade, and words that both languages have. */
const SAME: Readonly<Record<Exclude<Language, 'en'>, readonly string[]>> = {
  fr: [
    ...NAMES,
    'min',
    'stock',
    'Stock',
    'Total',
    'Notifications',
    'Version',
    'Licence',
    'Cycles',
    'Mobile',
    'Messages',
  ],
  de: [...NAMES, 'SKUs', 'Name', 'Status', 'System', 'Version', 'Region', 'Link', 'Problem', 'Shop'],
}

describe.each(Language.options)('the texts in %s', (language) => {
  const texts = textsOf(language)

  it('are those of English, each plural in the forms the language counts in', () => {
    const wanted = [...english.keys()].flatMap((key) =>
      // None at all may have words of its own, in any language.
      countedOnes.has(stemOf(key)) && !key.endsWith('_zero')
        ? formsOf(language).map((form) => `${stemOf(key)}_${form}`)
        : [key],
    )

    expect([...texts.keys()].sort()).toEqual([...new Set(wanted)].sort())
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('name the same facts as English', () => {
    const differing = [...texts].filter(([key, text]) => {
      const [ours, theirs] = [placeholdersOf(text), placeholdersOf(englishOf(key))]
      // "The other order": where one is meant, its number may go unsaid, and be said where English does not.
      const may = FORM.test(key) ? [...ours, ...theirs].filter((name) => !/^\{\{(count|n)\}\}$/.test(name)) : null
      return may === null
        ? ours.join() !== theirs.join()
        : may.some((name) => !ours.includes(name) || !theirs.includes(name))
    })

    expect(differing).toEqual([])
  })

  it('never shout, and never say error as a message', () => {
    const loud = [...texts].filter(
      ([key, text]) => text.includes('!') || (/\b(erreur|fehler|error)\b/i.test(text) && !/\.error$/.test(key)),
    )

    expect(loud).toEqual([])
  })

  it('are set with real quotes, dots and spaces', () => {
    const careless = [...texts].filter(([, text]) => /["']|\.\.\.| {2}|^\s|\s$|\( | \)/.test(text))

    expect(careless).toEqual([])
  })
})

describe.each(['fr', 'de'] as const)('what differs from English in %s', (language) => {
  const said = (text: string): string => text.replaceAll(/\{+\w+\}+/g, '').replaceAll(/^\P{L}+|\P{L}+$/gu, '')

  it('is every text, but for a few words', () => {
    const same = [...textsOf(language)]
      .filter(([key, text]) => text.replaceAll(NBSP, ' ') === englishOf(key))
      .map(([, text]) => said(text))

    // Units are written alike, and need no list: h, s, ms.
    expect([...new Set(same.filter((word) => word.length > 2))].sort()).toEqual([...SAME[language]].sort())
  })
})

describe('French', () => {
  const texts = [...textsOf('fr')]
  const plain = (text: string): string => text.replaceAll('https://', '')

  it('keeps its high punctuation on the line of the word before', () => {
    expect(texts.filter(([, text]) => /(?<!\u00a0)[;:?»%]/.test(plain(text)))).toEqual([])
    expect(texts.filter(([, text]) => /«(?!\u00a0)/.test(text))).toEqual([])
  })

  it('says vous, and never uses the quotes of English or German', () => {
    expect(texts.filter(([, text]) => /[“”„]/.test(text))).toEqual([])
    expect(texts.filter(([, text]) => /\b(tu|toi|ton|ta|tes)\b/i.test(text))).toEqual([])
  })
})

describe('German', () => {
  const texts = [...textsOf('de')]

  it('opens its quotes low and closes them high', () => {
    expect(texts.filter(([, text]) => text.replaceAll(/„[^„“]*“/g, '').match(/[„“”«»]/))).toEqual([])
  })

  it('says Sie, and puts no space before its punctuation', () => {
    expect(texts.filter(([, text]) => /\b(du|dich|dir|dein\w*)\b/i.test(text))).toEqual([])
    expect(texts.filter(([, text]) => new RegExp(`[ ${NBSP}][;:?!,.%]`).test(text))).toEqual([])
  })
})

describe('German and French', () => {
  it.each(['fr', 'de'] as const)('keep a figure and its unit together in %s', (language) => {
    const split = [...textsOf(language)].filter(([, text]) =>
      /(\d|\}) (h|Uhr|Min\.|min|Std\.|Mo|MB|ms|s)(?![\p{L}’])/u.test(text),
    )

    expect(split).toEqual([])
  })
})
