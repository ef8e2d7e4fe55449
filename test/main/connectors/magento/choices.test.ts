import { describe, expect, it } from 'vitest'
import { anOrderToPlace } from '../../../helpers/an-order-to-place.ts'
import { openMagento } from './open-magento.ts'

describe('the choices of the form', () => {
  it('are the store views, the sources, and the states and statuses of the shop', async () => {
    const { backOffice, hands } = await openMagento()
    hands.addSource('shed')
    const placed = await backOffice.placeOrder(anOrderToPlace())
    hands.setState(placed.backOfficeRef, 'processing', 'handed_to_carrier')

    expect((await backOffice.listChoices?.('storeCode'))?.map(({ value }) => value)).toEqual(['default', 'fr', 'pro'])
    expect((await backOffice.listChoices?.('sources'))?.map(({ value }) => value).sort()).toEqual(['default', 'shed'])
    expect((await backOffice.listChoices?.('completedStates'))?.map(({ value }) => value)).toEqual([
      ...['new', 'pending_payment', 'processing', 'holded', 'payment_review', 'complete', 'closed', 'canceled'],
      'handed_to_carrier',
    ])
  })
})
