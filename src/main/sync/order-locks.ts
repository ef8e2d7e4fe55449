export type OrderLocks = ReturnType<typeof createOrderLocks>

/** One hand at a time on an order: a button pressed during a cycle waits for the call in flight, and no longer. */
export const createOrderLocks = () => {
  const tails = new Map<number, Promise<unknown>>()

  return {
    async holding<T>(orderId: number, work: () => Promise<T>): Promise<T> {
      const before = tails.get(orderId) ?? Promise.resolve()
      const mine = before.then(work, work)
      tails.set(orderId, mine)
      try {
        return await mine
      } finally {
        if (tails.get(orderId) === mine) tails.delete(orderId)
      }
    },
  }
}
