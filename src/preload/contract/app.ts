import * as z from 'zod/mini'
import { endpoint, type ViewOf } from './endpoint.ts'
import { FileView } from './shapes.ts'

export const Language = z.enum(['en', 'fr', 'de'])
export type Language = z.infer<typeof Language>

export const AppInfo = z.object({
  version: z.string(),
  host: z.enum(['desktop', 'web']),
  platform: z.string(),
  dataDir: z.string(),
  languages: z.array(Language),
  /** The system's language, as far as we speak it. */
  systemLanguage: Language,
  /** A connection exists. Without one, the first screen is the welcome. */
  connected: z.boolean(),
})
export type AppInfo = ViewOf<typeof AppInfo>

export interface Texts {
  readonly [key: string]: string | Texts
}

const TextTree: z.ZodMiniType<Texts> = z.lazy(() => z.record(z.string(), z.union([z.string(), TextTree])))

export const appContract = {
  info: endpoint(z.void(), AppInfo),
  /** The texts of the screens in one language. */
  texts: endpoint(z.object({ language: Language }), TextTree),
  /** A report for support: no tokens, no buyers. Read before it is saved. */
  diagnostics: endpoint(z.void(), FileView),
}
