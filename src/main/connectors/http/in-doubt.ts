import { Fault, isFault } from '../../domain/fault.ts'

/**
 * Does what comes after something was asked for there (looks at it, adds to it): whatever a fault says about its own call, the whole may have
 * happened, and must be looked up before it is tried again.
 */
export const inDoubt = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (!isFault(error) || error.outcome === 'unknown') throw error
    const { kind, message, side, retryAt, detail } = error
    throw new Fault(kind, message, {
      ...(side === null ? {} : { side }),
      ...(retryAt === null ? {} : { retryAt }),
      ...{ detail, outcome: 'unknown', cause: error },
    })
  }
}
