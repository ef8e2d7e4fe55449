import { describe, expect, it } from 'vitest'
import { stateOf } from '../../../../src/main/connectors/lightspeed/states.ts'

const usual = {
  completedStates: ['completed', 'completed_shipped', 'completed_picked_up'],
  cancelledStates: ['cancelled'],
}
const open = { status: 'processing_awaiting_shipment', shipmentStatus: 'not_shipped', customStatusId: null }

describe('the state of an order', () => {
  it.each([
    [open, 'open'],
    [{ ...open, status: 'on_hold' }, 'open'],
    [{ ...open, status: 'a_state_nobody_knows' }, 'open'],
    [{ ...open, shipmentStatus: 'partially_shipped' }, 'open'],
    [{ ...open, shipmentStatus: 'shipped' }, 'completed'],
    [{ ...open, status: 'completed_picked_up' }, 'completed'],
    [{ ...open, status: 'cancelled' }, 'cancelled'],
    [{ ...open, status: 'cancelled', shipmentStatus: 'shipped' }, 'cancelled'],
  ])('of %j is %s', (order, state) => {
    expect(stateOf(order, usual)).toBe(state)
  })

  it('may be one that the shop made up', () => {
    const settings = { completedStates: ['custom-7'], cancelledStates: ['cancelled', 'custom-8'] }

    const states = [7, 8, 9].map((customStatusId) => stateOf({ ...open, customStatusId }, settings))

    expect(states).toEqual(['completed', 'cancelled', 'open'])
  })
})
