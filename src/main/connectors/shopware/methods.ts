import { type DeliveryMethod, rolesOfTitle } from '../../domain/delivery-mode.ts'
import { nameOf, type ShippingMethod } from './shapes.ts'

export const toMethods = (methods: readonly ShippingMethod[]): readonly DeliveryMethod[] =>
  methods.map((method) => ({ id: method.id, title: nameOf(method), serves: rolesOfTitle(nameOf(method)) }))
