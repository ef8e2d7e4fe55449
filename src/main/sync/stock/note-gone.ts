import type { StockRow } from '../../db/stock-repository.ts'
import { type Corridor, present } from '../corridor.ts'
import type { Judged } from './judge-row.ts'

const KIND = 'sku'

/** SKUs that Rakuten was just told as sold out because the back office no longer has them: a SKU may only have been renamed there. */
export const noteGone = (corridor: Corridor, sent: readonly StockRow[]): void => {
  const gone = sent.filter(isGone).map(({ sku }) => sku)
  if (gone.length === 0) return
  const { connection, repositories, time } = corridor
  const office = present(corridor).label
  const skus = [...new Set([...notedSkus(corridor), ...gone])]
  const message = `No longer in ${office}, so Rakuten was told that it is sold out: ${listed(skus)}.`
  repositories.problems.put(
    { connectionId: connection.id },
    { kind: KIND, message, detail: { skus, office, choices: ['acknowledge'] }, since: time.nowIso(), nextTryAt: null },
  )
}

/** Takes the note away once none of its SKUs is missing any more. */
export const forgetGone = (corridor: Corridor, judged: readonly Judged[]): void => {
  const noted = new Set(notedSkus(corridor))
  if (noted.size === 0 || judged.some(({ row }) => isGone(row) && noted.has(row.sku))) return
  corridor.repositories.problems.clear({ connectionId: corridor.connection.id }, KIND)
}

const notedSkus = ({ connection, repositories }: Corridor): readonly string[] => {
  const note = repositories.problems.of({ connectionId: connection.id }).find(({ kind }) => kind === KIND)
  const skus = note?.detail['skus']
  return Array.isArray(skus) ? skus : []
}

const isGone = ({ goneSince }: StockRow): boolean => goneSince !== null

const MOST_LISTED = 10

const listed = (skus: readonly string[]): string => {
  const more = skus.length - MOST_LISTED
  return more > 0 ? `${skus.slice(0, MOST_LISTED).join(', ')} and ${more} more` : skus.join(', ')
}
