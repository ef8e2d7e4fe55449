import { z } from 'zod'
import type { Repositories } from '../db/repositories.ts'
import { freePrefix } from './reference-prefix.ts'

const KEY = 'reference-prefixes'

/** Per back office: which connection placed orders there under which prefix, ever. */
const Ledger = z.record(z.string(), z.record(z.string(), z.int()))

export type ReferenceLedger = ReturnType<typeof createReferenceLedger>

/** A prefix belongs to one connection for good: its old orders still lie in the back office under it. */
export const createReferenceLedger = ({ settings }: Pick<Repositories, 'settings'>) => {
  const read = () => settings.read(KEY, (value) => Ledger.parse(value)) ?? {}
  const takenIn = (backOfficeId: number) => read()[backOfficeId] ?? {}

  return {
    freeIn: (backOfficeId: number, practice: boolean): string =>
      freePrefix(practice, Object.keys(takenIn(backOfficeId))),
    isFreeFor: (connectionId: number, backOfficeId: number, prefix: string): boolean =>
      (takenIn(backOfficeId)[prefix] ?? connectionId) === connectionId,
    take: (connectionId: number, backOfficeId: number, prefix: string): void =>
      settings.save(KEY, { ...read(), [backOfficeId]: { ...takenIn(backOfficeId), [prefix]: connectionId } }),
  }
}
