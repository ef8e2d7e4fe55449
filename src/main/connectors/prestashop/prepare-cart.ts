import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Customer, Draft } from './draft.ts'
import { undeliverable } from './facts.ts'
import { oneOf } from './filters.ts'
import type { Office } from './office.ts'
import type { Plan, PlannedAddress } from './plan.ts'
import { netPrice } from './prices.ts'
import { Created, Whole, Words } from './shapes.ts'
import type { XmlFields } from './xml.ts'

const CreatedCustomer = z.object({ id: Whole, secure_key: Words })

export interface PreparedCart {
  readonly cartId: number
  readonly customer: Customer
  readonly deliveryId: number
  readonly invoiceId: number
}

/**
 * Customer, addresses, cart and its prices (prestashop.md 2.2). Each id is kept before the next call; on a repeat what is there is used again and
 * written anew, and what may be there without our knowing is looked for first.
 */
export const prepareCart = async (
  office: Office,
  plan: Plan,
  begun: Draft,
  isRepeat: boolean,
): Promise<PreparedCart> => {
  const { api, drafts } = office
  let draft = drafts.save(plan.reference, begun)
  const keep = (part: Partial<Draft>): void => {
    draft = drafts.save(plan.reference, { ...draft, ...part })
  }

  const customer =
    draft.customer ??
    (isRepeat ? await lostCustomer(office, plan, draft) : null) ??
    (await createCustomer(office, plan))
  keep({ customer })
  const address = async (known: number | null, planned: PlannedAddress): Promise<number> => {
    const fields = addressFields(planned, customer)
    const id = known ?? (isRepeat ? await lostAddress(office, planned, customer) : null)
    if (id === null) return (await api.create('addresses', fields, Created)).id
    await api.replace('addresses', id, fields)
    return id
  }
  const deliveryId = await address(draft.deliveryId, plan.delivery)
  keep({ deliveryId })
  const invoiceId = plan.invoice === null ? deliveryId : await address(draft.invoiceId, plan.invoice)
  if (plan.invoice !== null) keep({ invoiceId })

  const cart = await cartFields(office, plan, { customer, deliveryId, invoiceId })
  const cartId =
    draft.cartId ??
    (isRepeat ? await lostCart(office, customer) : null) ??
    (await api.create('carts', cart.empty, Created)).id
  keep({ cartId })
  await api.replace('carts', cartId, cart.filled)
  await setPrices(office, plan, cartId, customer, isRepeat)
  return { cartId, customer, deliveryId, invoiceId }
}

/** A guest of its own for each order, whom no mail can reach (2.2 "Customer"). */
const createCustomer = async ({ api, shop }: Office, { reference, delivery, invoice }: Plan): Promise<Customer> => {
  const { guestGroupId, languageId, shopId } = await shop.basics()
  const { lastname = '', firstname = '' } = (invoice ?? delivery).fields.written
  const { id, secure_key } = await api.create(
    'customers',
    {
      ...{ lastname, firstname, email: undeliverable(reference), passwd: randomBytes(16).toString('hex') },
      ...{ is_guest: 1, active: 1, id_default_group: guestGroupId, id_lang: languageId },
      ...{ newsletter: 0, optin: 0, id_shop: shopId },
    },
    CreatedCustomer,
  )
  return { id, secureKey: secure_key }
}

const lostCustomer = async ({ api }: Office, { reference }: Plan, { earlier }: Draft): Promise<Customer | null> => {
  const found = await api.list(
    'customers',
    { display: ['id', 'secure_key', 'email'], filter: { email: oneOf([undeliverable(reference)]) } },
    CreatedCustomer.extend({ email: Words }),
  )
  const ours = found.findLast(
    ({ id, email }) => email === undeliverable(reference) && !earlier.some(({ customerId }) => customerId === id),
  )
  return ours === undefined ? null : { id: ours.id, secureKey: ours.secure_key }
}

const lostAddress = async ({ api }: Office, { fields }: PlannedAddress, customer: Customer): Promise<number | null> => {
  const found = await api.list(
    'addresses',
    { display: ['id', 'alias'], filter: { id_customer: oneOf([customer.id]) } },
    z.object({ id: Whole, alias: Words }),
  )
  return found.findLast(({ alias }) => alias === fields.written['alias'])?.id ?? null
}

const lostCart = async ({ api }: Office, customer: Customer): Promise<number | null> =>
  (await api.list('carts', { display: ['id'], filter: { id_customer: oneOf([customer.id]) } }, Created)).at(-1)?.id ??
  null

const addressFields = ({ countryId, fields: { written } }: PlannedAddress, customer: Customer): XmlFields => ({
  ...{ id_customer: customer.id, id_country: countryId },
  ...Object.fromEntries(Object.entries(written).filter(([, value]) => value !== '')),
})

const cartFields = async (
  { shop }: Office,
  plan: Plan,
  { customer, deliveryId, invoiceId }: Omit<PreparedCart, 'cartId'>,
) => {
  const { languageId, shopId } = await shop.basics()
  const empty = {
    ...{ id_currency: (await shop.euro()).id, id_lang: languageId, id_shop: shopId },
    ...{ id_customer: customer.id, secure_key: customer.secureKey },
    ...{ id_address_delivery: deliveryId, id_address_invoice: invoiceId, id_carrier: plan.cartCarrier.id },
    // The comma belongs to it: without this the default carrier is taken, whatever `id_carrier` says (7, 3).
    delivery_option: JSON.stringify({ [deliveryId]: `${plan.cartCarrier.id},` }),
  }
  const rows = plan.lines.map(({ article, quantity }) => ({
    ...{ id_product: article.productId, id_product_attribute: article.combinationId },
    ...{ id_address_delivery: deliveryId, quantity },
  }))
  return { empty, filled: { ...empty, associations: { cart_rows: { cart_row: rows } } } }
}

const SetPrice = z.object({ id: Whole, id_product: Whole, id_product_attribute: Whole })

/** The price of each article in this one cart; PrestaShop deletes them when the cart is ordered (2.1 (7)). */
const setPrices = async (
  { api, shop }: Office,
  plan: Plan,
  cartId: number,
  customer: Customer,
  isRepeat: boolean,
): Promise<void> => {
  const { shopId } = await shop.basics()
  const known = isRepeat
    ? await api.list(
        'specific_prices',
        { display: ['id', 'id_product', 'id_product_attribute'], filter: { id_cart: oneOf([cartId]) } },
        SetPrice,
      )
    : []
  for (const line of plan.lines) {
    const { productId, combinationId } = line.article
    const fields = {
      ...{ id_shop: shopId, id_shop_group: 0, id_cart: cartId, id_customer: customer.id },
      ...{ id_product: productId, id_product_attribute: combinationId, id_currency: 0, id_country: 0, id_group: 0 },
      ...{ price: netPrice(line), from_quantity: 1, reduction: 0, reduction_tax: 1, reduction_type: 'amount' },
      ...{ from: '0000-00-00 00:00:00', to: '0000-00-00 00:00:00' },
    }
    const set = known.find((row) => row.id_product === productId && row.id_product_attribute === combinationId)
    if (set === undefined) await api.create('specific_prices', fields, Created)
    else await api.replace('specific_prices', set.id, fields)
  }
}
