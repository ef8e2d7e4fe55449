import { Fault, isFault } from '../../domain/fault.ts'

/** Lets a fault tell what became of the whole act, where its own call knows only about itself. */
export const withOutcome = async <T>(outcome: Fault['outcome'], work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (!isFault(error) || error.outcome === outcome) throw error
    const { side, retryAt, detail, cause } = error
    throw new Fault(error.kind, error.message, {
      ...(side === null ? {} : { side }),
      ...(retryAt === null ? {} : { retryAt }),
      ...{ outcome, detail, cause },
    })
  }
}
