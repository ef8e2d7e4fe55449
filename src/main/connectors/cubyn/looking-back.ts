import { Fault, isFault } from '../../domain/fault.ts'

/** Looks at what was asked for: a fault that comes now does not mean that it was not done. */
export const lookingBack = async <T>(look: () => Promise<T>): Promise<T> => {
  try {
    return await look()
  } catch (error) {
    if (!isFault(error)) throw error
    const { kind, message, side, retryAt, detail } = error
    throw new Fault(kind, message, {
      ...(side === null ? {} : { side }),
      ...(retryAt === null ? {} : { retryAt }),
      ...{ detail, outcome: 'unknown', cause: error },
    })
  }
}
