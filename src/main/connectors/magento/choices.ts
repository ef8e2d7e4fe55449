import { z } from 'zod'
import type { Choice } from '../sockets/definition.ts'
import { CANCELED, CLOSED, COMPLETE, LARGEST_PAGE, OPEN_STATES } from './facts.ts'
import { readRecentOrders } from './methods.ts'
import { Source, StoreView } from './schemas.ts'
import type { Desk } from './settings.ts'
import type { Shop } from './shop.ts'

/** What a field of the form may be in this shop. */
export const listChoices = async (desk: Desk, shop: Shop, field: string): Promise<readonly Choice[]> => {
  switch (field) {
    case 'storeCode':
      return listStoreViews(desk)
    case 'sources':
      return (await shop.hasMsi()) ? listSources(desk) : []
    case 'completedStates':
    case 'cancelledStates':
      return listStates(desk)
    default:
      return []
  }
}

/** 0 is the admin itself. */
const listStoreViews = async ({ calls }: Desk): Promise<readonly Choice[]> =>
  (await calls.call({ path: 'store/storeViews' }, z.array(StoreView)))
    .filter(({ id }) => id > 0)
    .map(({ code, name }) => ({ value: code, label: name || code }))

const listSources = async ({ lists }: Desk): Promise<readonly Choice[]> =>
  (
    await lists.all(
      'inventory/sources',
      Source,
      { groups: [], pageSize: LARGEST_PAGE },
      ({ source_code }) => source_code,
    )
  ).map(({ source_code: value, name }) => ({ value, label: name || value }))

/** Magento's states, and the statuses that a shop made up and its latest orders bear: no call lists them. */
const listStates = async (desk: Desk): Promise<readonly Choice[]> => {
  const states = [...OPEN_STATES, COMPLETE, CLOSED, CANCELED]
  const seen = (await readRecentOrders(desk)).map(({ status }) => status)
  return [...new Set([...states, ...seen])]
    .filter((value) => value !== '' && !value.includes(','))
    .map((value) => ({ value, label: value.replaceAll('_', ' ') }))
}
