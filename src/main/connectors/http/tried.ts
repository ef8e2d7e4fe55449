import { type Fault, isFault } from '../../domain/fault.ts'

/** What came of asking; a bug is still thrown. */
export type Tried<T> = { readonly value: T } | { readonly fault: Fault }

/** For checks that are shown each by itself, whatever became of the others. */
export const tried = async <T>(work: () => Promise<T>): Promise<Tried<T>> => {
  try {
    return { value: await work() }
  } catch (error) {
    if (isFault(error)) return { fault: error }
    throw error
  }
}
