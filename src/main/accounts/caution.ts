import type { BackOfficeDefinition } from '../connectors/sockets/back-office.ts'
import type { Check } from '../connectors/sockets/definition.ts'

/** The checks of a test, and beside them what the seller must know all the same: whoever has no form before him reads it here. */
export const withCaution = async (
  { caution }: Pick<BackOfficeDefinition, 'caution'>,
  test: Promise<readonly Check[]>,
): Promise<readonly Check[]> => {
  const checks = await test
  return caution === undefined ? checks : [...checks, { name: 'To know', ok: true, message: caution, aside: true }]
}
