import { describe, expect, it } from 'vitest'
import { Fault } from '../../../src/main/domain/fault.ts'
import { memoryOf } from '../../../src/main/sync/open-corridor.ts'
import { createRefusedSecrets } from '../../../src/main/sync/refused-secret.ts'
import { aCorridor } from '../../helpers/a-corridor.ts'

const AT = '2026-01-12T09:00:00.000Z'

const open = async () => {
  const { repositories } = await aCorridor()
  const [connection] = repositories.connections.list()
  if (connection === undefined) throw new Error('no connection')
  let print = 'print of the first token'
  const secrets = createRefusedSecrets({
    repositories,
    memoryOf: (id) => memoryOf(repositories, id),
    printOf: async () => print,
  })
  const refuse = async (): Promise<void> => {
    const detail = { side: 'Rakuten' }
    const problem = {
      kind: 'credentials',
      message: 'Enter the new token.',
      detail,
      since: AT,
      nextTryAt: null,
    } as const
    repositories.problems.put({ connectionId: connection.id }, problem)
    await secrets.note(connection)
  }
  return {
    ...{ repositories, connection, refuse },
    check: () => secrets.check(connection),
    enter: (other: string) => {
      print = other
    },
  }
}

describe('a secret that was refused', () => {
  it('keeps its connection from every further call, in the words of the refusal', async () => {
    const { refuse, check } = await open()
    await refuse()

    const refused = await check().catch((error: unknown) => error)

    expect(refused).toBeInstanceOf(Fault)
    expect(refused).toMatchObject({ kind: 'credentials', message: 'Enter the new token.', side: 'Rakuten' })
  })

  it('stands in the way no more once another one is seen in the environment', async () => {
    const { refuse, check, enter } = await open()
    await refuse()

    enter('print of the second token')

    await expect(check()).resolves.toBeUndefined()
  })

  it('stands in the way no more once the problem is cleared', async () => {
    const { refuse, check, repositories, connection } = await open()
    await refuse()

    repositories.problems.clear({ connectionId: connection.id }, 'credentials')

    await expect(check()).resolves.toBeUndefined()
  })

  it('is nobody’s business before it was refused', async () => {
    const { check } = await open()

    await expect(check()).resolves.toBeUndefined()
  })
})
