import { z } from 'zod'
import type { Records } from '../connectors/sockets/ports.ts'
import type { Repositories } from '../db/repositories.ts'
import type { Connection } from '../domain/connection.ts'
import { Fault } from '../domain/fault.ts'

const KEY = 'refused-secret'

export type RefusedSecrets = ReturnType<typeof createRefusedSecrets>

interface Needs {
  readonly repositories: Pick<Repositories, 'problems'>
  readonly memoryOf: (connectionId: number) => Records
  /** A keyed fingerprint of everything secret about a connection: tells whether it changed, and nothing else. */
  readonly printOf: (connection: Connection) => Promise<string>
}

/**
 * After the first refusal of a secret a connection makes no further call until another one is there: entered, which clears the problem,
 * or seen in the environment, which shows in the fingerprint.
 */
export const createRefusedSecrets = ({ repositories, memoryOf, printOf }: Needs) => ({
  /** Throws what was refused while nothing has changed. */
  async check(connection: Connection): Promise<void> {
    const standing = repositories.problems
      .of({ connectionId: connection.id })
      .find(({ kind }) => kind === 'credentials')
    if (standing === undefined) return
    if (memoryOf(connection.id).read(KEY, z.string()) !== (await printOf(connection))) return
    const { side } = standing.detail
    throw new Fault('credentials', standing.message, typeof side === 'string' ? { side } : {})
  },
  async note(connection: Connection): Promise<void> {
    memoryOf(connection.id).save(KEY, await printOf(connection))
  },
})
