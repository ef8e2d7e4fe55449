/** The practice account's world, as another process moves it. */
export const createControl = (baseUrl: string, { fetch } = globalThis) => {
  const order = async (name: string, body: object): Promise<Response> =>
    fetch(`${baseUrl}/practice/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  return {
    async setClock(iso: string): Promise<void> {
      const { status } = await order('clock', { set: iso })
      if (status !== 200) throw new Error(`The practice account's clock answers ${status}`)
    },
    /** A buyer who has cancelled already has nothing left to cancel: that answer is as good. */
    cancelOnce: (purchaseId: string) => order('cancel', { purchaseId, by: 'buyer' }),
  }
}

/** What people do in the webshop, past Navette. */
export const createShopControl = (shopUrl: string, { fetch } = globalThis) => ({
  shipAll: () => fetch(`${shopUrl}/practice/ship`),
  shelf: async (): Promise<Record<string, number>> => (await fetch(`${shopUrl}/practice/shelf`)).json(),
})
