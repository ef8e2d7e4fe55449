import type { NotOpened } from './world.ts'

/** What a fault says beside its sentence. Read by shape: this room knows the domain from its answers only. */
const detailOf = (error: unknown): Readonly<Record<string, unknown>> | null => {
  if (!(error instanceof Error) || !('detail' in error)) return null
  const { detail } = error
  return typeof detail === 'object' && detail !== null ? { ...detail } : null
}

const isConfiguration = (detail: Readonly<Record<string, unknown>>): boolean =>
  'field' in detail || 'variable' in detail || detail['reason'] === 'key-malformed'

/**
 * Why Navette did not open: 2 for what the caller wrote (the configuration file, an option, an environment variable), 3 for what is
 * wrong with this PC (data folder, keychain, key).
 */
export const notOpened = (error: unknown): NotOpened => {
  const detail = detailOf(error)
  if (detail === null || !(error instanceof Error))
    return { exitCode: 3, message: `Navette could not start. ${error instanceof Error ? error.stack : String(error)}` }
  return { exitCode: isConfiguration(detail) ? 2 : 3, message: error.message }
}
