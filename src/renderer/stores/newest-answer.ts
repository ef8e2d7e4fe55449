/** Keeps only the answer to the newest question: several may be under way, and they need not come back in the order they were asked. */
export const newestAnswer = <T>(ask: () => Promise<T>, keep: (answer: T) => void): (() => Promise<void>) => {
  let newest = 0
  return async () => {
    newest += 1
    const mine = newest
    const answer = await ask()
    if (mine === newest) keep(answer)
  }
}
