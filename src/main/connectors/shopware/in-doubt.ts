import { Fault, isFault } from '../../domain/fault.ts'

/** Does what comes after something was done there: a fault that comes now does not mean that it was not. */
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
