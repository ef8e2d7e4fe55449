import { z } from 'zod'
import { Fault, isFault } from '../../domain/fault.ts'
import type { Api } from './api.ts'
import { isMissing } from './errors.ts'
import { Checkout, Ordered, PaymentMethod, ShipmentMethod, Validation } from './schemas.ts'

/** The calls about one checkout (lightspeed.md 2.1). Unlike all others, what they say has no envelope. */
export const createCheckouts = (api: Api) => {
  const put = (path: string, body: unknown): Promise<void> => api.send({ path, method: 'PUT', body })
  return {
    begin: (body: object): Promise<Checkout> => api.call({ path: 'checkouts', method: 'POST', body }, Checkout),

    /** Null: it is not there any more. */
    async read(id: number): Promise<Checkout | null> {
      try {
        return await api.call({ path: `checkouts/${id}` }, Checkout)
      } catch (error) {
        if (isFault(error) && isMissing(error)) return null
        throw error
      }
    },

    change: (id: number, body: object): Promise<void> => put(`checkouts/${id}`, body),

    addProduct: (id: number, variantId: number, quantity: number): Promise<void> =>
      api.send({ path: `checkouts/${id}/products`, method: 'POST', body: { variant_id: variantId, quantity } }),
    changeProduct: (id: number, productId: number, quantity: number): Promise<void> =>
      put(`checkouts/${id}/products/${productId}`, { quantity }),
    removeProduct: (id: number, productId: number): Promise<void> =>
      api.send({ path: `checkouts/${id}/products/${productId}`, method: 'DELETE' }),

    shipmentMethods: (id: number): Promise<readonly ShipmentMethod[]> =>
      api.call({ path: `checkouts/${id}/shipment_methods` }, z.array(ShipmentMethod)),

    /** As a text first; an older client sends an object. */
    async chooseShipment(id: number, method: string): Promise<void> {
      try {
        await put(`checkouts/${id}`, { shipment_method: method })
      } catch (error) {
        if (!isFault(error, 'refused')) throw error
        await put(`checkouts/${id}`, { shipment_method: { id: method } })
      }
    },

    /** Empty until the shipment is chosen. */
    paymentMethods: (id: number): Promise<readonly PaymentMethod[]> =>
      api.call({ path: `checkouts/${id}/payment_methods` }, z.array(PaymentMethod)),

    /** What keeps it from being ordered: `"shipping_address.zipcode.required": "text"`. Empty when nothing does. */
    async validate(id: number): Promise<Readonly<Record<string, unknown>>> {
      const { validated, errors } = await api.call({ path: `checkouts/${id}/validate` }, Validation)
      if (validated || Object.keys(errors).length > 0) return errors
      const message = `${api.side} would not take the order, and does not say why.`
      throw new Fault('refused', message, { side: api.side })
    },

    order: async (id: number): Promise<number> =>
      (await api.call({ path: `checkouts/${id}/order`, method: 'POST', body: {} }, Ordered)).order_id,
  }
}

export type Checkouts = ReturnType<typeof createCheckouts>
