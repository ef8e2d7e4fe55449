import type { Choice } from '../sockets/definition.ts'
import { MACHINES } from './facts.ts'
import type { Desk } from './settings.ts'
import { nameOf } from './shapes.ts'
import type { Shop } from './shop.ts'

/** A seller who has just added one there looks for it here. */
const ANEW = { anew: true } as const

/** What a field of the form may be in this shop. */
export const listChoices = async ({ shop }: Desk, field: string): Promise<readonly Choice[]> => {
  switch (field) {
    case 'salesChannel':
      return (await shop.salesChannels(ANEW)).map(toChoice)
    case 'paymentMethod':
      return (await shop.paymentMethods(ANEW)).map(toChoice)
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
  (await shop.states(ANEW))
    .filter(({ stateMachine }) => stateMachine.technicalName === machine)
    .map((state) => ({ value: state.technicalName, label: nameOf(state) }))
