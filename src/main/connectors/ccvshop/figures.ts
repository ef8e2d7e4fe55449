import { z } from 'zod'
import type { Shelf } from './articles.ts'
import type { Shop } from './shop.ts'

const Figure = z.object({ stock: z.number().nullish(), stockenabled: z.boolean().nullish() })

/** Units that stand on a shelf, below nothing as well; null where they are not counted. */
export const readFigure = async ({ api }: Pick<Shop, 'api'>, shelf: Shelf): Promise<number | null> => {
  const { stock, stockenabled } = await api.get(pathOf(shelf), {}, Figure)
  return stockenabled === false ? null : (stock ?? null)
}

export const setFigure = ({ api }: Pick<Shop, 'api'>, shelf: Shelf, stock: number): Promise<void> =>
  api.patch(pathOf(shelf), { stock })

const pathOf = ({ kind, id }: Shelf): string =>
  kind === 'product' ? `products/${id}/` : `attributecombinations/${id}/`
