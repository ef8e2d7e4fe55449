import type { Choice } from '../sockets/definition.ts'
import { MACHINES } from './facts.ts'
import type { Desk } from './settings.ts'
import { nameOf } from './shapes.ts'
import type { Shop } from './shop.ts'

/** What a field of the form may be in this shop. */
export const listChoices = async ({ shop }: Desk, field: string): Promise<readonly Choice[]> => {
  switch (field) {
    case 'salesChannel':
      return (await shop.salesChannels()).map(toChoice)
    case 'paymentMethod':
      return (await shop.paymentMethods()).map(toChoice)
    case 'completedStates':
    case 'cancelledStates':
      return statesOf(shop, MACHINES.order)
    case 'shippedStates':
      return statesOf(shop, MACHINES.delivery)
    default:
      return []
  }
}

const toChoice = (named: Parameters<typeof nameOf>[0]): Choice => ({ value: named.id, label: nameOf(named) })

const statesOf = async (shop: Shop, machine: string): Promise<readonly Choice[]> =>
  (await shop.states())
    .filter(({ stateMachine }) => stateMachine.technicalName === machine)
    .map((state) => ({ value: state.technicalName, label: nameOf(state) }))
