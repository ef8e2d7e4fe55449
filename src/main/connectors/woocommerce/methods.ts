import { z } from 'zod'
import { type DeliveryMethod, rolesOfTitle } from '../../domain/delivery-mode.ts'
import type { Api } from './api.ts'
import { PAYMENT_METHOD } from './facts.ts'

/** A shipping method of the shop; `id` is `flat_rate:3`. */
export interface ShopMethod extends DeliveryMethod {
  readonly methodId: string
  /** Null for one that stands in no zone of the shop. */
  readonly instanceId: string | null
  readonly isTaxed: boolean
  /** Fetched at the shop. */
  readonly isPickup: boolean
}

const Zones = z.array(z.object({ id: z.number(), name: z.string() }))
const Methods = z.array(
  z.object({
    instance_id: z.number(),
    title: z.string(),
    enabled: z.boolean(),
    method_id: z.string(),
    settings: z.object({ tax_status: z.object({ value: z.string() }).optional() }).catch({}),
  }),
)

/** For a shop without a method that could stand in for home delivery. */
const HOME_DELIVERY: ShopMethod = {
  id: PAYMENT_METHOD.id,
  title: 'Livraison à domicile',
  serves: ['standard'],
  methodId: PAYMENT_METHOD.id,
  instanceId: null,
  isTaxed: true,
  isPickup: false,
}

const PICKUP: ReadonlySet<string> = new Set(['local_pickup', 'pickup_location', 'legacy_local_pickup'])

/** The methods of all shipping zones: one call, and one for each zone. */
export const readMethods = async (api: Api): Promise<readonly ShopMethod[]> => {
  const methods: ShopMethod[] = []
  for (const zone of await api.get('shipping/zones', {}, Zones)) {
    const inZone = await api.get(`shipping/zones/${zone.id}/methods`, {}, Methods)
    methods.push(...inZone.filter(({ enabled }) => enabled).map((method) => toMethod(method, zone.name)))
  }
  return methods.some(({ serves }) => serves.includes('standard')) ? methods : [...methods, HOME_DELIVERY]
}

/** The method an order goes by; the nameless one where it is not there any more. */
export const methodBy = (methods: readonly ShopMethod[], id: string | null): ShopMethod =>
  methods.find((method) => method.id === id) ?? HOME_DELIVERY

const toMethod = (
  { instance_id, title, method_id, settings }: z.infer<typeof Methods>[number],
  zone: string,
): ShopMethod => {
  const isPickup = PICKUP.has(method_id)
  return {
    id: `${method_id}:${instance_id}`,
    title: `${title} (${zone})`,
    serves: isPickup ? [] : rolesOfTitle(title),
    methodId: method_id,
    instanceId: String(instance_id),
    isTaxed: settings.tax_status?.value !== 'none',
    isPickup,
  }
}
