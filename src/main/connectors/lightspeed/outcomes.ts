import { Fault, isFault } from '../../domain/fault.ts'

const withOutcome = async <T>(outcome: Fault['outcome'], work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (!isFault(error) || error.outcome === outcome) throw error
    const { kind, message, side, retryAt, detail } = error
    throw new Fault(kind, message, {
      ...(side === null ? {} : { side }),
      ...(retryAt === null ? {} : { retryAt }),
      ...{ detail, outcome, cause: error },
    })
  }
}

/** Does what comes before the call that orders: whatever becomes of a checkout, no order is made by it. */
export const beforeOrdering = <T>(work: () => Promise<T>): Promise<T> => withOutcome('not-done', work)

/** Does what comes after it: whatever a fault says about its own call, the order may be there, and must be looked up before another try. */
export const afterOrdering = <T>(work: () => Promise<T>): Promise<T> => withOutcome('unknown', work)
