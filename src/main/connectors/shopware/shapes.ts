import { z } from 'zod'

/** PHP writes an empty object as an empty list. */
const ObjectOf = <T extends z.ZodType>(shape: T) => z.preprocess((value) => (Array.isArray(value) ? {} : value), shape)
const Anything = ObjectOf(z.record(z.string(), z.unknown()).nullish())

const Translated = ObjectOf(z.object({ name: z.string().nullish() }).nullish())
const Named = z.object({ id: z.string(), name: z.string().nullish(), translated: Translated })

/** 7.6: the name in the language that is spoken, or in the shop's own. */
export const nameOf = ({ id, name, translated }: z.infer<typeof Named>): string => translated?.name || name || id

const Rounding = z.object({ decimals: z.number(), interval: z.number(), roundForNet: z.boolean() })
export const Currency = z.object({
  id: z.string(),
  factor: z.number(),
  itemRounding: Rounding,
  totalRounding: Rounding,
  taxFreeFrom: z.number().nullish(),
})
export type Currency = z.infer<typeof Currency>

export const SalesChannel = Named.extend({
  typeId: z.string(),
  languageId: z.string(),
  paymentMethodId: z.string(),
  shippingMethodId: z.string(),
  countries: z.array(z.object({ id: z.string() })).nullish(),
})
export type SalesChannel = z.infer<typeof SalesChannel>

export const Country = z.object({
  id: z.string(),
  iso: z.string().nullish(),
  active: z.boolean().nullish(),
  shippingAvailable: z.boolean().nullish(),
  customerTax: ObjectOf(
    z
      .object({ enabled: z.boolean().nullish(), currencyId: z.string().nullish(), amount: z.number().nullish() })
      .nullish(),
  ),
  taxFree: z.boolean().nullish(),
})
export type Country = z.infer<typeof Country>

export const Tax = z.object({
  id: z.string(),
  taxRate: z.number(),
  rules: z
    .array(
      z.object({
        countryId: z.string(),
        taxRate: z.number(),
        activeFrom: z.string().nullish(),
        data: ObjectOf(
          z
            .object({
              zipCode: z.string().nullish(),
              fromZipCode: z.string().nullish(),
              toZipCode: z.string().nullish(),
            })
            .nullish(),
        ),
        type: z.object({ technicalName: z.string() }),
      }),
    )
    .nullish(),
})
export type Tax = z.infer<typeof Tax>

export const ShippingMethod = Named.extend({
  active: z.boolean().nullish(),
  technicalName: z.string().nullish(),
  trackingUrl: z.string().nullish(),
  taxType: z.string().nullish(),
  taxId: z.string().nullish(),
})
export type ShippingMethod = z.infer<typeof ShippingMethod>

export const PaymentMethod = Named
export type PaymentMethod = z.infer<typeof PaymentMethod>
export const Salutation = z.object({ id: z.string(), salutationKey: z.string() })
export type Salutation = z.infer<typeof Salutation>

export const MachineState = Named.extend({
  technicalName: z.string(),
  stateMachine: z.object({ technicalName: z.string() }),
})
export type MachineState = z.infer<typeof MachineState>

export const Product = Named.extend({
  productNumber: z.string(),
  ean: z.string().nullish(),
  manufacturerNumber: z.string().nullish(),
  childCount: z.number().nullish(),
  stock: z.number().nullish(),
  availableStock: z.number().nullish(),
  active: z.boolean().nullish(),
  taxId: z.string().nullish(),
})
export type Product = z.infer<typeof Product>

const State = z.object({ technicalName: z.string() })

const Delivery = z.object({
  id: z.string(),
  trackingCodes: z.array(z.string()).nullish(),
  shippingCosts: z.object({ totalPrice: z.number() }).nullish(),
  stateMachineState: State,
  shippingMethod: ShippingMethod.nullish(),
  shippingOrderAddress: z.object({ zipcode: z.string().nullish() }).nullish(),
  positions: z.array(z.object({ orderLineItemId: z.string(), quantity: z.number().nullish() })).nullish(),
})
export type Delivery = z.infer<typeof Delivery>

const LineItem = z.object({
  id: z.string(),
  parentId: z.string().nullish(),
  productId: z.string().nullish(),
  type: z.string().nullish(),
  quantity: z.number(),
  payload: Anything,
})
export type LineItem = z.infer<typeof LineItem>

/** 3: states come only when asked for; an order without its own cannot be judged. */
export const Order = z.object({
  id: z.string(),
  orderNumber: z.string().nullish(),
  amountTotal: z.number(),
  customFields: Anything,
  stateMachineState: State,
  deliveries: z.array(Delivery),
  lineItems: z.array(LineItem),
  transactions: z.array(z.object({ id: z.string(), stateMachineState: State })).nullish(),
})
export type Order = z.infer<typeof Order>
