import type { Handlers } from '../../preload/contract/endpoint.ts'
import type { officeOrdersContract } from '../../preload/contract/office-orders.ts'
import type { AnswerNeeds } from './needs.ts'

export const createOfficeOrdersHandlers = ({
  thisPc,
}: Pick<AnswerNeeds, 'thisPc'>): Handlers<typeof officeOrdersContract> => ({
  list: ({ backOfficeId, which, offset, limit }) => {
    const found = thisPc(backOfficeId).orders.list(which)
    return { rows: found.slice(offset, offset + limit), total: found.length }
  },
  get: ({ backOfficeId, reference }) => thisPc(backOfficeId).orders.get(reference),
  ship: ({ backOfficeId, reference, ...parcel }) => thisPc(backOfficeId).orders.ship(reference, parcel),
  cancel: ({ backOfficeId, reference, reason }) => thisPc(backOfficeId).orders.cancel(reference, reason),
  reopen: ({ backOfficeId, reference }) => thisPc(backOfficeId).orders.reopen(reference),
  exportCsv: ({ backOfficeId, which }) => ({
    name: 'orders-of-this-pc.csv',
    mediaType: 'text/csv',
    text: thisPc(backOfficeId).orders.exportCsv(which),
  }),
})
