import type { DocumentTableView } from '../../../preload/contract/shapes.ts'
import { OPEN_ANSWER } from './document-rows.ts'
import { placeAt } from './json-text.ts'

/** Where a text of JSON waits for an answer (`readOrders.name`), what stands in its tables aside. */
export const openPaths = (text: string, tables: readonly Pick<DocumentTableView, 'at'>[]): readonly string[] => {
  const inTable = (path: string): boolean => tables.some(({ at }) => path.startsWith(`${at}.`))
  return pathsOf(JSON.parse(text), '').filter((path) => !inTable(path))
}

const pathsOf = (value: unknown, path: string): readonly string[] => {
  if (value === OPEN_ANSWER) return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => pathsOf(member, path === '' ? name : `${path}.${name}`))
}

/** The text at a path; null: none stands there. */
export const answerAt = (text: string, path: string): string | null => {
  const place = placeAt(text, path.split('.'))
  const value: unknown = place === null ? null : JSON.parse(text.slice(place.from, place.to))
  return typeof value === 'string' ? value : null
}

/** What is taken back waits for an answer again. */
export const withAnswer = (text: string, path: string, answer: string): string => {
  const place = placeAt(text, path.split('.'))
  if (place === null) return text
  return text.slice(0, place.from) + JSON.stringify(answer === '' ? OPEN_ANSWER : answer) + text.slice(place.to)
}
