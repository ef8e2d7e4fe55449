import Papa from 'papaparse'

/** The columns of a CSV, or the fields of the first record of a text in JSON (`parcels[*].code`): names to choose from. */
export const namesInSample = (text: string): readonly string[] => {
  const json = parsed(text)
  if (json !== undefined) return fieldsOf(firstRecord(json))
  const head = text.trimStart()
  const [cells = []] = Papa.parse<readonly string[]>(head, { preview: 1, delimiter: separatorOf(head) }).data
  return named(cells)
}

const SEPARATORS = [';', ',', '\t', '|'] as const

/** The one the first line has most of, quoted cells aside. */
const separatorOf = (text: string): string => {
  const line = (text.split(/\r?\n/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const [most] = SEPARATORS.toSorted((one, other) => line.split(other).length - line.split(one).length)
  return most ?? ';'
}

const parsed = (text: string): unknown => {
  // A number alone is a CSV of one cell.
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return parsedLine(text)
  }
}

/** One record a line. */
const parsedLine = (text: string): unknown => {
  try {
    return JSON.parse(text.trim().split('\n')[0] ?? '')
  } catch {
    return undefined
  }
}

/** The list of records stands at the root, or is the first list of records below it. */
const firstRecord = (json: unknown): unknown => {
  if (Array.isArray(json)) return json[0]
  const list = Object.values(asObject(json)).find((value) => Array.isArray(value) && typeof value[0] === 'object')
  return Array.isArray(list) ? list[0] : json
}

const fieldsOf = (record: unknown, before = '', depth = 0): readonly string[] =>
  named(
    Object.entries(asObject(record)).flatMap(([name, value]) => {
      const path = `${before}${name}`
      if (depth > 3) return [path]
      if (Array.isArray(value))
        return typeof value[0] === 'object' ? fieldsOf(value[0], `${path}[*].`, depth + 1) : [path]
      return typeof value === 'object' && value !== null ? fieldsOf(value, `${path}.`, depth + 1) : [path]
    }),
  )

const asObject = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {})

const named = (names: readonly string[]): readonly string[] => [
  ...new Set(names.map((name) => name.trim()).filter((name) => name !== '')),
]
