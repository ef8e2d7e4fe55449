import { type DeliveryMethod, rolesOfTitle } from '../../domain/delivery-mode.ts'
import { nameOf, type ShippingMethod } from './shapes.ts'

/** Those that are switched on first: a delivery mode that nobody mapped goes by the first that fits. */
export const toMethods = (methods: readonly ShippingMethod[]): readonly DeliveryMethod[] =>
  methods
    .toSorted((one, other) => Number(other.active ?? true) - Number(one.active ?? true))
    .map((method) => ({ id: method.id, title: nameOf(method), serves: rolesOfTitle(nameOf(method)) }))
