import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { chosenLanguage, readWords } from '../../../src/main/shell/words.ts'
import { temporaryFolder } from '../../helpers/temporary-folder.ts'

let resources = ''
const write = (language: string, texts: object): void =>
  writeFileSync(join(resources, 'locales', `${language}.json`), JSON.stringify(texts))

beforeEach(() => {
  resources = temporaryFolder()
  mkdirSync(join(resources, 'locales'))
  write('en', {
    tray: { attention_one: '{{count}} needs attention', attention_other: '{{count}} need attention', quit: 'Quit' },
  })
  write('fr', { tray: { attention_one: '{{count}} à traiter', attention_other: '{{count}} à traiter !' } })
})

describe('words', () => {
  it('are filled in, and follow the count as the language counts', () => {
    const [english, french] = [readWords(resources, 'en'), readWords(resources, 'fr')]

    expect([0, 1, 2].map((count) => english('tray.attention', { count }))).toEqual([
      '0 need attention',
      '1 needs attention',
      '2 need attention',
    ])
    expect([0, 1, 2].map((count) => french('tray.attention', { count }))).toEqual([
      '0 à traiter',
      '1 à traiter',
      '2 à traiter !',
    ])
  })

  it('write numbers as the language writes them', () => {
    expect(readWords(resources, 'en')('tray.attention', { count: 1254 })).toBe('1,254 need attention')
    expect(readWords(resources, 'fr')('tray.attention', { count: 1254 })).toBe('1\u202f254 à traiter !')
  })

  it('are English where a language lacks them', () => {
    expect(readWords(resources, 'fr')('tray.quit')).toBe('Quit')
    expect(readWords(resources, 'de')('tray.quit')).toBe('Quit')
  })

  it('are their keys in a damaged installation, which can still be quit', () => {
    expect(readWords('/nowhere', 'en')('tray.quit')).toBe('tray.quit')
  })
})

describe('the language', () => {
  it.each([
    ['de', ['fr-FR'], 'de'],
    ['system', ['fr-CA', 'en-US'], 'fr'],
    ['system', ['nl-NL', 'de-AT', 'en-US'], 'de'],
    ['system', ['nl-NL'], 'en'],
    ['system', [], 'en'],
  ] as const)('chosen %s on a system that speaks %j: %s', (setting, ofSystem, language) => {
    expect(chosenLanguage(setting, ofSystem)).toBe(language)
  })
})
