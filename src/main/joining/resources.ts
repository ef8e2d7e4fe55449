import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Texts } from '../../preload/contract/app.ts'
import type { Carrier } from '../domain/carriers/carrier.ts'
import { type CarrierCatalogue, createCarrierCatalogue } from '../domain/carriers/catalogue.ts'

/** What ships beside the program and is read as it is. */
export const readCarriers = (resources: string): CarrierCatalogue =>
  createCarrierCatalogue(readJson<readonly Carrier[]>(join(resources, 'carriers.json')))

export const readTexts = (resources: string, language: string): Texts =>
  readJson<Texts>(join(resources, 'locales', `${language}.json`))

/** Our own files, checked by their tests: a damaged installation may fail loudly. */
const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T
