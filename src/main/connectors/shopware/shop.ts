import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { Ports } from '../sockets/ports.ts'
import type { Api, Criteria } from './api.ts'
import { MACHINES, STOREFRONT_TYPE } from './facts.ts'
import { createKept, forgetKept, type Kept } from './kept.ts'
import { searchAll } from './paging.ts'
import {
  Country,
  Currency,
  MachineState,
  nameOf,
  PaymentMethod,
  SalesChannel,
  Salutation,
  ShippingMethod,
  Tax,
} from './shapes.ts'

/** What a shop is like, read when first needed and once a day. */
export interface Shop {
  /** Asks anew from here on. */
  forget(): void
  readonly version: Kept<string>
  readonly salesChannels: Kept<readonly SalesChannel[]>
  /** The euro; a `Fault` (settings) where there is none. */
  readonly euro: Kept<Currency>
  readonly countries: Kept<readonly Country[]>
  readonly states: Kept<readonly MachineState[]>
  /** Those that are switched off, too: what only the marketplace goes by is hidden from the shop's own customers. */
  readonly shippingMethods: Kept<readonly ShippingMethod[]>
  readonly paymentMethods: Kept<readonly PaymentMethod[]>
  readonly salutations: Kept<readonly Salutation[]>
  readonly taxes: Kept<readonly Tax[]>
}

export const createShop = (api: Api, ports: Ports): Shop => {
  const { side } = ports
  const kept = createKept(ports)
  const list = <T extends { readonly id: string }>(entity: string, row: z.ZodType<T>, criteria: Criteria = {}) =>
    kept(entity, z.array(row).readonly(), () => searchAll(api, side, entity, criteria, row))

  return {
    forget: () => forgetKept(ports),
    version: kept('version', z.string(), async () => (await api.version()).version),
    euro: kept('euro', Currency, async () => {
      const filter = [{ type: 'equals', field: 'isoCode', value: 'EUR' }] as const
      const [euro] = (await api.search('currency', { filter, limit: 1 }, Currency)).data
      if (euro !== undefined) return euro
      throw new Fault('settings', `${side} has no euro: add it under Settings → Currencies.`, { side })
    }),
    salesChannels: list('sales-channel', SalesChannel, {
      associations: { countries: {} },
      includes: {
        sales_channel: [
          'id',
          'name',
          'translated',
          'typeId',
          'languageId',
          'paymentMethodId',
          'shippingMethodId',
          'countries',
        ],
        country: ['id'],
      },
    }),
    countries: list('country', Country, {
      includes: { country: ['id', 'iso', 'active', 'shippingAvailable', 'customerTax', 'taxFree'] },
    }),
    states: list('state-machine-state', MachineState, {
      filter: [{ type: 'equalsAny', field: 'stateMachine.technicalName', value: Object.values(MACHINES) }],
      associations: { stateMachine: {} },
      includes: {
        state_machine_state: ['id', 'name', 'translated', 'technicalName', 'stateMachine'],
        state_machine: ['technicalName'],
      },
    }),
    shippingMethods: list('shipping-method', ShippingMethod, {
      includes: {
        shipping_method: ['id', 'name', 'translated', 'active', 'technicalName', 'trackingUrl', 'taxType', 'taxId'],
      },
    }),
    paymentMethods: list('payment-method', PaymentMethod, {
      includes: { payment_method: ['id', 'name', 'translated'] },
    }),
    salutations: list('salutation', Salutation, { includes: { salutation: ['id', 'salutationKey'] } }),
    taxes: list('tax', Tax, {
      associations: { rules: { associations: { type: {} } } },
      includes: {
        tax: ['id', 'taxRate', 'rules'],
        tax_rule: ['countryId', 'taxRate', 'activeFrom', 'data', 'type'],
        tax_rule_type: ['technicalName'],
      },
    }),
  }
}

/** The channel that orders are booked in: the chosen one, else the only storefront, else the only one there is. */
export const salesChannelOf = (channels: readonly SalesChannel[], chosen: string, side: string): SalesChannel => {
  const storefronts = channels.filter(({ typeId }) => typeId === STOREFRONT_TYPE)
  const candidates =
    chosen === '' ? (storefronts.length > 0 ? storefronts : channels) : channels.filter(({ id }) => id === chosen)
  const [only, another] = candidates
  if (only !== undefined && another === undefined) return only
  const names = candidates.map(nameOf).toSorted().join(', ')
  const message =
    only === undefined
      ? `${side} no longer has the sales channel that was chosen: choose another one in the settings of this back office.`
      : `${side} has several sales channels (${names}): choose one in the settings of this back office.`
  throw new Fault('settings', message, { side })
}

/** The id of a state; a shop whose machine lacks it cannot take our orders. */
export const stateIdOf = (
  states: readonly MachineState[],
  machine: (typeof MACHINES)[keyof typeof MACHINES],
  name: string,
  side: string,
): string => {
  const found = states.find(
    ({ technicalName, stateMachine }) => technicalName === name && stateMachine.technicalName === machine,
  )
  if (found !== undefined) return found.id
  throw new Fault('settings', `${side} has no state “${name}” (${machine}), which every Shopware has at first.`, {
    side,
  })
}
