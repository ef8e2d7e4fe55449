import type { Configuration } from './configuration-file.ts'

/** The files that lie around the configuration file. */
export interface FilesBeside {
  /** The full path of one that it names. */
  placeOf(named: string): string
  /** Null: it is larger than that. */
  read(place: string, maxBytes: number): Promise<Uint8Array | null>
}

export interface FileText {
  readonly place: string
  readonly text: string
  /** Why there is no text, as the end of a sentence that begins with the field; null: there is one. */
  readonly problem: string | null
}

/** What the longest document takes (`field-values.ts`), had every sign of it three bytes. */
const MAX_BYTES = 750_000

/** Reads every file that a value of the configuration names, once each; those that cannot be read say why. By their names there. */
export const readConfiguredFiles = async (
  { backOffices, connections }: Configuration,
  files: FilesBeside | null,
): Promise<ReadonlyMap<string, FileText>> => {
  const values = [...backOffices, ...connections].flatMap(({ settings }) => Object.values(settings))
  const named = new Set(values.flatMap((value) => (typeof value !== 'string' && 'file' in value ? [value.file] : [])))
  const read = [...named].map(async (name) => [name, await readText(name, files)] as const)
  return new Map(await Promise.all(read))
}

const readText = async (named: string, files: FilesBeside | null): Promise<FileText> => {
  const place = files?.placeOf(named) ?? named
  const failed = (problem: string): FileText => ({ place, text: '', problem })
  const bytes = await (files?.read(place, MAX_BYTES) ?? Promise.reject(new Error('no files'))).catch(() => undefined)
  if (bytes === undefined) return failed(`the file ${place} cannot be read.`)
  if (bytes === null) return failed(`the file ${place} is larger than ${MAX_BYTES / 1_000} kB.`)
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.trim() === '' ? failed(`the file ${place} is empty.`) : { place, text, problem: null }
  } catch {
    return failed(`the file ${place} is not UTF-8.`)
  }
}
