import type { Api } from '../../preload/contract/index.ts'
import type { Reply, ReplyFault } from '../../preload/contract/reply.ts'
import type { CheckView } from '../../preload/contract/shapes.ts'
import type { Slice } from './app-store.ts'

/** *Test connection*: running, or what it found. */
export interface TestRun {
  readonly running: boolean
  readonly at: string | null
  readonly checks: readonly CheckView[]
  readonly problem: ReplyFault | null
}

type Secrets = Readonly<Record<string, string>>
type Kept = Reply<{ readonly kept: boolean; readonly checks: readonly CheckView[] }>

export interface ChecksSlice {
  /** By connection. */
  readonly tests: Readonly<Record<number, TestRun>>
  testConnection(id: number): Promise<void>
  closeTest(id: number): void
  /** The checks of an account, or a back office, that is not kept yet. */
  checkAccount(marketplace: string, values: Secrets): Promise<Reply<readonly CheckView[]>>
  checkBackOffice(kind: string, values: Secrets): Promise<Reply<readonly CheckView[]>>
  /** Of one that is kept; with settings laid over its own, to try them. */
  testBackOffice(id: number, settings?: Secrets): Promise<Reply<readonly CheckView[]>>
  /** Tested before they are kept. The secrets pass through and stay nowhere in the window. */
  newSecret(of: 'connection' | 'back-office', id: number, values: Secrets): Promise<Kept>
}

export const createChecksSlice =
  (api: Api): Slice<ChecksSlice> =>
  (set, get) => {
    const keep = (id: number, test: TestRun): void => set(({ tests }) => ({ tests: { ...tests, [id]: test } }))
    return {
      tests: {},
      async testConnection(id) {
        keep(id, { running: true, at: null, checks: [], problem: null })
        const reply = await api.connections.test({ id })
        const at = new Date().toISOString()
        keep(id, {
          running: false,
          at,
          checks: reply.ok ? reply.value : [],
          problem: reply.ok ? null : reply.fault,
        })
        await get().loadConnections()
      },
      closeTest: (id) =>
        set(({ tests }) => ({ tests: Object.fromEntries(Object.entries(tests).filter(([of]) => Number(of) !== id)) })),
      checkAccount: (marketplace, values) => api.connections.check({ marketplace, values }),
      checkBackOffice: (kind, values) => api.backOffices.check({ kind, values }),
      testBackOffice: (id, settings) => api.backOffices.test({ id, ...(settings && { settings }) }),
      async newSecret(of, id, values) {
        const reply =
          of === 'connection'
            ? await api.connections.newSecret({ id, values })
            : await api.backOffices.newSecret({ id, values })
        if (reply.ok && reply.value.kept) await Promise.all([get().loadConnections(), get().loadProblems()])
        return reply
      },
    }
  }
