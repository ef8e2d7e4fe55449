import { isSoldOut, MAX_OFFERED, type StockChange } from '../../domain/stock.ts'
import { needsConfirmation } from '../../domain/stock-guard.ts'
import { type Corridor, present } from '../corridor.ts'
import type { Assessment } from './assess.ts'
import { forgetConsent, readConsent } from './consent.ts'

/** Why nothing is sent before the seller said yes, and to what exactly. */
export interface Question {
  readonly reason: 'first-push' | 'most-to-zero' | 'empty-catalogue'
  readonly message: string
  /** SKUs on offer that would be told as sold out: what a yes covers. */
  readonly falling: number
}

/** What these changes need a yes for; null when they may go. */
export const questionAbout = (corridor: Corridor, assessment: Assessment, isConfirmed: boolean): Question | null => {
  const { travelling, judged } = assessment
  if (travelling.length === 0) return null
  const office = present(corridor).label
  const falling = travelling.filter(isFalling).length
  const { soldOut, fewer, more } = sortChanges(travelling)
  if (!isConfirmed) {
    const changes = `${soldOut.length} as sold out, ${fewer.length} with fewer units and ${more.length} with more`
    const message = `Navette has not told Rakuten the stock of ${office} yet. It would tell SKUs anew: ${changes}. Nothing is sent before you say yes.`
    return { reason: 'first-push', message, falling }
  }
  const lastTold = new Map(
    judged.flatMap(({ row, told }) => (row.offered === null ? [] : [[row.sku, told ?? MAX_OFFERED]])),
  )
  const changes = travelling.map((change) => ({ ...change, was: change.was ?? MAX_OFFERED }))
  if (!needsConfirmation(lastTold, changes) || falling <= (readConsent(corridor) ?? 0)) return null
  const message = `${falling} of ${lastTold.size} SKUs would go to zero at once, says ${office}. Nothing is sent before you say that this is right.`
  return { reason: 'most-to-zero', message, falling }
}

/** A back office that lists no product at all: every SKU it had would be sold out. */
export const questionAboutNothing = (corridor: Corridor, skus: number): Question => ({
  reason: 'empty-catalogue',
  message: `${present(corridor).label} lists no product at all. Nothing was changed at Rakuten: say whether all ${skus} SKUs are sold out.`,
  falling: skus,
})

const isFalling = (change: StockChange): boolean => isSoldOut(change) && change.was !== 0

/** As a dry run shows them. */
export const sortChanges = <C extends StockChange>(changes: readonly C[]) => {
  const groups = Object.groupBy(changes, (change) => {
    if (isSoldOut(change)) return 'soldOut'
    return change.was !== null && change.quantity > change.was ? 'more' : 'fewer'
  })
  return { soldOut: groups.soldOut ?? [], fewer: groups.fewer ?? [], more: groups.more ?? [] }
}

/** Keeps the connection's standing question up to date; an unchanged one is not written again. */
export const keepQuestion = (corridor: Corridor, question: Question | null): void => {
  const { connection, repositories, time } = corridor
  const standing = standingQuestion(corridor)
  const owner = { connectionId: connection.id }
  if (question === null) {
    if (standing !== null) repositories.problems.clear(owner, KIND)
    return
  }
  if (standing?.message === question.message) return
  const { reason, message, falling } = question
  const detail = { reason, falling, office: present(corridor).label }
  repositories.together(() => {
    forgetConsent(corridor)
    repositories.problems.put(owner, { kind: KIND, message, detail, since: time.nowIso(), nextTryAt: null })
  })
}

const KIND = 'stock-confirmation'

export const standingQuestion = ({ connection, repositories }: Corridor) =>
  repositories.problems.of({ connectionId: connection.id }).find(({ kind }) => kind === KIND) ?? null
