import { z } from 'zod'
import type { Choice } from '../sockets/definition.ts'
import type { Desk } from './desk.ts'
import { readPage } from './lists.ts'
import { customState, STATE_CHOICES } from './states.ts'
import { Text, Whole } from './values.ts'

const CustomStatus = z.object({ id: Whole, title: Text })

/** What a field of the form may be in this shop: Lightspeed's own states, and those that the shop made up. */
export const listChoices = async ({ api }: Desk, field: string): Promise<readonly Choice[]> => {
  if (field !== 'completedStates' && field !== 'cancelledStates') return []
  const own = await readPage(api, { path: 'orders/customstatuses', key: 'customStatuses', row: CustomStatus }, 1)
  return [...STATE_CHOICES, ...own.map(({ id, title }) => ({ value: customState(id), label: title || `Status ${id}` }))]
}
