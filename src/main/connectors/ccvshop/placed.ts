import { z } from 'zod'
import type { Api } from './api.ts'
import type { Article } from './articles.ts'

const Taken = z.object({
  kind: z.enum(['product', 'combination']),
  id: z.number(),
  sku: z.string(),
  units: z.number(),
  /** What stood there before the order. */
  stock: z.number(),
})
/** Units that an order takes off one counted shelf. */
export type Taken = z.infer<typeof Taken>

/** What we are about to create under a reference: written before it is asked for (ccvshop.md 2.4). */
const Intent = z.object({ at: z.number(), taken: z.array(Taken) })
export type Intent = z.infer<typeof Intent>

const keyOf = (reference: string): string => `placed:${reference}`

export const readIntent = ({ ports: { records } }: Api, reference: string): Intent | null =>
  records.read(keyOf(reference), Intent)

/** The first try of a reference counts: what it may have left behind is looked for from there on. */
export const writeIntent = (api: Api, reference: string, taken: readonly Taken[]): Intent => {
  const intent: Intent = { at: readIntent(api, reference)?.at ?? api.now(), taken: [...taken] }
  api.ports.records.save(keyOf(reference), intent)
  return intent
}

export const takenBy = (
  lines: readonly { readonly article: Article; readonly quantity: number }[],
): readonly Taken[] => {
  const taken = new Map<string, Taken>()
  for (const { article, quantity } of lines) {
    const { shelf, code, available } = article
    if (available === null) continue
    const key = `${shelf.kind}:${shelf.id}`
    const stock = (shelf.kind === 'product' ? article.product.stock : article.combination?.stock) ?? available
    taken.set(key, { ...shelf, sku: code, stock, units: (taken.get(key)?.units ?? 0) + quantity })
  }
  return [...taken.values()]
}
