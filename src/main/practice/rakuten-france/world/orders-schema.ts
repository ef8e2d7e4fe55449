import { z } from 'zod'
import { FAULT_KINDS, type FaultKind, type FaultRule } from '../faults.ts'
import type { PurchaseToMake } from './buy.ts'
import type { AdvertSeed } from './inventory.ts'

const Text = z.string().min(1)
const Cents = z.int().nonnegative()
const Count = z.int().positive()
const optional = z.exactOptional
const optionalTexts = <const Names extends readonly string[]>(names: Names) =>
  z.strictObject(
    // The keys are the names and nothing else.
    Object.fromEntries(names.map((name) => [name, optional(z.string())])) as Record<
      Names[number],
      z.ZodExactOptional<z.ZodString>
    >,
  )

const Buyer = optionalTexts([
  ...(['login', 'email', 'civility', 'lastName', 'firstName', 'address1', 'address2', 'zipCode', 'city'] as const),
  ...(['state', 'country', 'countryAlpha2', 'phone1', 'phone2'] as const),
])

const RelayPoint = optionalTexts(['id', 'name', 'address', 'zipCode', 'city', 'country', 'contractLevel'])

const Unit = z.strictObject({
  sku: z.string(),
  priceCents: Cents,
  listedPriceCents: optional(Cents),
  title: optional(Text),
  category: optional(Text),
  itemId: optional(Text),
  advertId: optional(Text),
  ean: optional(z.string()),
  shippingCents: optional(Cents),
  nego: optional(z.boolean()),
  negotiationComment: optional(z.string()),
  preorder: optional(z.boolean()),
  rsl: optional(z.boolean()),
})

/** A purchase as JSON. */
export const PurchaseOrder: z.ZodType<PurchaseToMake> = z.strictObject({
  purchaseId: optional(Text),
  items: z.array(Unit).min(1),
  deliveryMode: optional(Text),
  country: optional(Text),
  buyer: optional(Buyer),
  relayPoint: optional(RelayPoint),
  at: optional(z.union([z.number(), Text])),
  acceptedAt: optional(z.union([z.number(), Text])),
  shippingCents: optional(Cents),
  currency: optional(Text),
  prepaidLabel: optional(z.union([z.boolean(), Text])),
})

const Advert: z.ZodType<AdvertSeed> = z.strictObject({
  sku: Text,
  priceCents: Cents,
  stock: z.int().nonnegative(),
  title: Text,
  ean: optional(z.string()),
  topic: optional(Text),
  advertId: optional(Text),
  productId: optional(Text),
})

export const Inventory = z.strictObject({ adverts: z.array(Advert) })

// The kinds of the table are its keys and nothing else.
const kinds = Object.keys(FAULT_KINDS) as [FaultKind, ...FaultKind[]]

export const FaultOrder: z.ZodType<FaultRule> = z.strictObject({
  kind: z.enum(kinds),
  action: optional(Text),
  times: optional(z.union([Count, z.literal('always')])),
  at: optional(Count),
  processed: optional(z.boolean()),
  delayMs: optional(z.int().nonnegative()),
  bytes: optional(Count),
  wholePurchase: optional(z.boolean()),
})

export const RemovedFault = z.strictObject({ id: Text })
export const Nothing = z.strictObject({})

export const Cancellation = z.strictObject({
  purchaseId: Text,
  itemId: optional(Text),
  by: z.enum(['buyer', 'rakuten']).default('buyer'),
})

export const SiteAction = z.strictObject({
  itemId: Text,
  do: z.enum(['accept', 'refuse', 'cancel', 'ship']),
  transporter: z.string().default(''),
  trackingNumber: z.string().default(''),
  trackingUrl: z.string().default(''),
})

export const ClaimOrder = z.strictObject({
  itemId: Text,
  text: Text,
  type: Text.default('DAMAGED'),
  amicable: z.boolean().default(true),
})
export const ClosedClaim = z.strictObject({ itemId: Text })

export const BuyerMessage = z.strictObject({ itemId: Text, content: Text })
export const CustomerServiceMail = z.strictObject({ itemId: Text, subject: Text, content: Text })
export const ClosedSale = z.strictObject({ itemId: Text, score: z.string().default('5') })
export const NewToken = z.strictObject({ token: Text })
export const ClockOrder = z.strictObject({
  set: optional(z.union([Text, z.number()])),
  advanceMs: optional(z.number()),
})
export const StyleOrder = z.strictObject({
  declaration: optional(z.boolean()),
  namespaces: optional(z.boolean()),
  paddedCdata: optional(z.boolean()),
  encoding: optional(z.enum(['ISO-8859-1', 'UTF-8'])),
})
