import { Fault, isFault } from '../../domain/fault.ts'

/** Looks at what was done: a fault that comes now does not mean that it was not. */
export const lookingBack = async <T>(side: string, look: () => Promise<T>): Promise<T> => {
  try {
    return await look()
  } catch (error) {
    throw isFault(error) ? inDoubt(error, side) : error
  }
}

const inDoubt = (fault: Fault, side: string): Fault => {
  const { kind, message, detail, retryAt } = fault
  const more = { side, cause: fault, detail, outcome: 'unknown' } as const
  return new Fault(kind, message, retryAt === null ? more : { ...more, retryAt })
}
