import type { Api } from './api.ts'
import { type Line, readMoreLines, type WholeOrder } from './order-questions.ts'
import { readPages } from './pages.ts'

/** Every line of an order of which the first page is known. */
export const readLines = async (
  api: Api,
  { id, lineItems }: Pick<WholeOrder, 'id' | 'lineItems'>,
  side: string,
): Promise<readonly Line[]> => {
  const { nodes } = await readPages(
    async (after) => (after === null ? lineItems : (await api.ask(readMoreLines(id, after))).order.lineItems),
    { side },
  )
  return nodes
}
