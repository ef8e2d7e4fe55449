/**
 * Asks, and keeps only the answer to the newest question: several may be under way, and they need not come back in the order they were
 * asked. Each resolves once an answer as new as its own is kept, so that whoever waited can go by it.
 */
export const newestAnswer = <T>(ask: () => Promise<T>, keep: (answer: T) => void) => {
  let newest: Promise<void> | null = null
  const load = (): Promise<void> => {
    const mine: Promise<void> = ask().then((answer) => (mine === newest ? keep(answer) : (newest ?? undefined)))
    newest = mine
    return mine
  }
  return Object.assign(load, {
    /** Something newer has been told: what is still under way is not kept. */
    outdate(): void {
      newest = null
    },
  })
}
