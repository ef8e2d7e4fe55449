import type { BackOfficeKindView, PresetView } from '../../../preload/contract/back-offices.ts'
import type { FieldView } from '../../../preload/contract/shapes.ts'

/** What a preset is handed on as: the one document of the form that is no secret. Null: this kind has none. */
export const presetDocument = (kind: BackOfficeKindView | undefined): FieldView | null =>
  (kind?.presets.length ?? 0) > 0 ? (kind?.fields.find(({ document, secret }) => document && !secret) ?? null) : null

/** The choice of a kind, or of a preset of it, as one word: ids hold no slash. */
export const wordOf = (kind: string, preset: string | null): string => (preset === null ? kind : `${kind}/${preset}`)

export const fromWord = (word: string): { readonly kind: string; readonly preset: string | null } => {
  const [kind = '', preset = null] = word.split('/')
  return { kind, preset }
}

/** "Divide — via custom back office" is Divide to its seller. */
export const labelOf = ({ title }: Pick<PresetView, 'title'>): string => title.split(' — ')[0] ?? title
