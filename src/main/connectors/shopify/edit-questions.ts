import { z } from 'zod'
import { UserErrors } from './envelope.ts'
import { MUTATION_POINTS } from './facts.ts'
import { PAGE_INFO, pageOf } from './pages.ts'
import { connectionPoints, type Question } from './question.ts'

/** A line as an edit of its order shows it. */
const EditedLine = z.object({
  id: z.string(),
  sku: z.string().nullable(),
  quantity: z.number().int(),
  /** Units that may still be taken out: those that have not left. */
  editableQuantity: z.number().int(),
  variant: z.object({ barcode: z.string().nullable(), legacyResourceId: z.string() }).nullable(),
})
export type EditedLine = z.infer<typeof EditedLine>

const LINES_AT_ONCE = 100

/** Begins an edit that changes nothing before it is committed; the order's lines come with it. */
export const beginEdit = (orderId: string) =>
  ({
    name: 'orderEditBegin',
    document: `mutation BeginEdit($id: ID!, $first: Int!) { orderEditBegin(id: $id) { userErrors { field message }
      calculatedOrder { id lineItems(first: $first) { ${PAGE_INFO}
        nodes { id sku quantity editableQuantity variant { barcode legacyResourceId } } } } } }`,
    variables: { id: orderId, first: LINES_AT_ONCE },
    answer: z.object({
      orderEditBegin: z.object({
        calculatedOrder: z.object({ id: z.string(), lineItems: pageOf(EditedLine) }).nullable(),
        userErrors: UserErrors,
      }),
    }),
    points: MUTATION_POINTS + 2 + connectionPoints(LINES_AT_ONCE, 2) + 1,
  }) satisfies Question<unknown>

/** Safe to repeat, as is its beginning: an edit that is not committed is nothing. */
export const setQuantity = (editId: string, lineId: string, quantity: number, restock: boolean) =>
  ({
    name: 'orderEditSetQuantity',
    document: `mutation SetQuantity($id: ID!, $line: ID!, $quantity: Int!, $restock: Boolean!) {
      orderEditSetQuantity(id: $id, lineItemId: $line, quantity: $quantity, restock: $restock) { userErrors { field message } } }`,
    variables: { id: editId, line: lineId, quantity, restock },
    answer: z.object({ orderEditSetQuantity: z.object({ userErrors: UserErrors }) }),
    points: MUTATION_POINTS + 1,
  }) satisfies Question<unknown>

export const commitEdit = (editId: string, note: string) =>
  ({
    name: 'orderEditCommit',
    document: `mutation CommitEdit($id: ID!, $note: String) {
      orderEditCommit(id: $id, notifyCustomer: false, staffNote: $note) { userErrors { field message } } }`,
    variables: { id: editId, note },
    answer: z.object({ orderEditCommit: z.object({ userErrors: UserErrors }) }),
    points: MUTATION_POINTS + 1,
    writes: true,
  }) satisfies Question<unknown>
