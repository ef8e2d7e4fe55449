import { z } from 'zod'
import { SettingsChange } from './connection-settings.ts'
import { refuseField } from './field-values.ts'

/** Where a value stands that is not in the file itself: an environment variable, or a file of its own. Secrets always stand elsewhere. */
export type Elsewhere = { readonly env: string } | { readonly file: string }
export type ConfiguredValue = string | Elsewhere

const Value: z.ZodType<ConfiguredValue> = z.union(
  [
    z.string(),
    z.strictObject({ env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/) }),
    z.strictObject({ file: z.string().trim().min(1, 'the path is missing.') }),
  ],
  { error: 'must be a text, { "env": "NAME" } or { "file": "path" }.' },
)
const Settings = z.record(z.string(), Value)
const label = z.string().trim().min(1)

/** The configuration file (product.md section 11). A key it does not know is an error. */
const Configuration = z.strictObject({
  backOffices: z.array(z.strictObject({ label, kind: label, settings: Settings.default({}) })).default([]),
  connections: z
    .array(
      z.strictObject({
        /** Needed for a new connection; one that exists keeps what the file leaves out. */
        label: label.optional(),
        marketplace: label,
        backOffice: label.optional(),
        settings: Settings,
        ...SettingsChange.shape,
      }),
    )
    .default([]),
  retentionDays: z.int().min(1).max(3_650).optional(),
})
export type Configuration = z.infer<typeof Configuration>
export type ConfiguredBackOffice = Configuration['backOffices'][number]
export type ConfiguredConnection = Configuration['connections'][number]

/** Reads the file's text; refuses it with the path of what is wrong (`connections[0].settings.token`). */
export const parseConfiguration = (text: string): Configuration => {
  const parsed = Configuration.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  throw toFault(parsed.error)
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    const where = error instanceof SyntaxError ? error.message : ''
    throw refuseField('', `The configuration file is not JSON. ${where}`.trim())
  }
}

const toFault = ({ issues }: z.ZodError) => {
  const [issue] = issues
  if (issue?.code === 'unrecognized_keys') {
    const path = pathText([...issue.path, issue.keys[0] ?? ''])
    return refuseField(path, `${path}: the configuration file has no such key.`)
  }
  const path = pathText(issue?.path ?? [])
  return refuseField(path, `${path || 'The configuration file'}: ${issue?.message ?? 'not as it should be.'}`)
}

/** `connections[0].settings.token` */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  )
