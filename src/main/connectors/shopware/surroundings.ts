import { Fault } from '../../domain/fault.ts'
import type { OrderToPlace } from '../sockets/back-office.ts'
import { countryOf } from './address-rule.ts'
import type { Desk } from './settings.ts'
import type { Country, Currency, MachineState, SalesChannel, Salutation, ShippingMethod, Tax } from './shapes.ts'
import { salesChannelOf } from './shop.ts'

/** What of the shop goes into an order. */
export interface Surroundings {
  readonly version: string
  readonly channel: SalesChannel
  readonly euro: Currency
  readonly states: readonly MachineState[]
  readonly salutations: readonly Salutation[]
  readonly taxes: readonly Tax[]
  readonly paymentMethodId: string
  /** Its id, where it cannot be used any more: only its VAT is unknown then. */
  readonly method: Pick<ShippingMethod, 'id' | 'taxType' | 'taxId'>
  readonly countryOf: (iso: string) => Country
}

export const surroundingsOf = async (desk: Desk, { methodId, currency }: OrderToPlace): Promise<Surroundings> => {
  const { shop, settings } = desk
  const { side } = desk.ports
  if (currency !== 'EUR')
    throw new Fault('refused', `${side} takes orders in euros; this one is in ${currency}.`, { side })
  const channel = salesChannelOf(await shop.salesChannels(), settings.salesChannel, side)
  const countries = await shop.countries()
  return {
    channel,
    version: await shop.version(),
    euro: await shop.euro(),
    states: await shop.states(),
    salutations: await shop.salutations(),
    taxes: await shop.taxes(),
    paymentMethodId: await paymentMethodOf(desk, channel),
    method: await shippingMethodOf(desk, methodId, channel),
    countryOf: (iso) => {
      const country = countryOf(iso, countries)
      if (country !== null) return country
      throw new Fault('refused', `${side} does not know the country ${iso}: see Settings → Countries.`, { side })
    },
  }
}

const paymentMethodOf = async ({ shop, settings, ports: { side } }: Desk, channel: SalesChannel): Promise<string> => {
  const chosen = settings.paymentMethod
  if (chosen === '') return channel.paymentMethodId
  if ((await shop.paymentMethods()).some(({ id }) => id === chosen)) return chosen
  const message = `${side} no longer has the payment method that was chosen: choose another one in the settings of this back office.`
  throw new Fault('settings', message, { side })
}

/** One that nobody mapped goes by the sales channel's own. */
const shippingMethodOf = async (
  { shop, ports: { side } }: Desk,
  chosen: string | null,
  channel: SalesChannel,
): Promise<Surroundings['method']> => {
  const methods = await shop.shippingMethods()
  const found = methods.find(({ id }) => id === (chosen ?? channel.shippingMethodId))
  if (found !== undefined) return found
  if (chosen === null) return { id: channel.shippingMethodId }
  throw new Fault(
    'refused',
    `${side} no longer has the shipping method this order goes by: map its delivery mode anew.`,
    {
      side,
    },
  )
}
