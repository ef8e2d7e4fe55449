import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Language, type Texts } from '../../preload/contract/app.ts'
import type { Carrier } from '../domain/carriers/carrier.ts'
import { type CarrierCatalogue, createCarrierCatalogue } from '../domain/carriers/catalogue.ts'

/** What ships beside the program and is read as it is. */
export const readCarriers = (resources: string): CarrierCatalogue =>
  createCarrierCatalogue(readJson<readonly Carrier[]>(join(resources, 'carriers.json')))

/** The languages that have their texts. */
export const readLanguages = (resources: string): readonly Language[] =>
  Language.options.filter((language) => existsSync(localePath(resources, language)))

export const readTexts = (resources: string, language: Language): Texts =>
  readJson<Texts>(localePath(resources, language))

const localePath = (resources: string, language: Language): string => join(resources, 'locales', `${language}.json`)

/** Our own files, checked by their tests: a damaged installation may fail loudly. */
const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T
