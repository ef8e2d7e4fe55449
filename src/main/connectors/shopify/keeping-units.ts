import type { ParcelContent } from '../../domain/parcel.ts'
import { isTestReference, type OrderKey } from '../sockets/back-office.ts'
import type { Account } from './account.ts'
import type { Api } from './api.ts'
import { beginEdit, commitEdit, type EditedLine, setQuantity } from './edit-questions.ts'
import { EDIT_SCOPE } from './facts.ts'
import { readShop, scopesOf } from './shop-question.ts'
import { codeOfLine, type SkuSource } from './sku-source.ts'

interface Needs {
  readonly api: Api
  readonly account: Account
  readonly source: SkuSource
}

/** Edits the order where the app may (shopify.md 1.4: a permission that it is not asked to have); nothing changes before the commit. */
export const keepUnits = async (
  { api, account, source }: Needs,
  { backOfficeRef, reference }: OrderKey,
  units: readonly ParcelContent[],
): Promise<'kept' | 'cannot'> => {
  if (!scopesOf(await api.ask(readShop)).includes(EDIT_SCOPE)) return 'cannot'
  const { calculatedOrder: edit } = (await api.ask(beginEdit(backOfficeRef))).orderEditBegin
  // An order of more lines than one page is left to people.
  if (edit === null || edit.lineItems.pageInfo.hasNextPage) return 'cannot'

  const changes = changesFor(edit.lineItems.nodes, units, source)
  if (changes === null) return 'cannot'
  if (changes.length === 0) return 'kept'
  const restock = account.restock && !isTestReference(reference)
  for (const { id, quantity } of changes) {
    const { userErrors } = (await api.ask(setQuantity(edit.id, id, quantity, restock))).orderEditSetQuantity
    if (userErrors.length > 0) return 'cannot'
  }
  const { userErrors } = (await api.ask(commitEdit(edit.id, 'Cancelled at Rakuten'))).orderEditCommit
  return userErrors.length > 0 ? 'cannot' : 'kept'
}

/** What each line shrinks to; null where units would have to come back that have left. */
export const changesFor = (
  lines: readonly EditedLine[],
  units: readonly ParcelContent[],
  source: SkuSource,
): readonly { readonly id: string; readonly quantity: number }[] | null => {
  const toKeep = new Map<string, number>()
  for (const { sku, quantity } of units) toKeep.set(sku, (toKeep.get(sku) ?? 0) + quantity)
  const changes: { id: string; quantity: number }[] = []
  // What has left is kept first, so that the rest can go.
  for (const line of lines.toSorted((one, other) => hasLeft(other) - hasLeft(one))) {
    const code = codeOfLine(line, source)
    const quantity = Math.min(line.quantity, toKeep.get(code) ?? 0)
    toKeep.set(code, (toKeep.get(code) ?? 0) - quantity)
    if (quantity < hasLeft(line)) return null
    if (quantity < line.quantity) changes.push({ id: line.id, quantity })
  }
  return changes
}

const hasLeft = ({ quantity, editableQuantity }: EditedLine): number => quantity - editableQuantity
