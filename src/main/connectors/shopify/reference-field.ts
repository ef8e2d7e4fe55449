import { z } from 'zod'
import { Fault } from '../../domain/fault.ts'
import type { Records } from '../sockets/ports.ts'
import type { Api } from './api.ts'
import { wordsOf } from './envelope.ts'
import { defineReference } from './order-questions.ts'

const Defined = z.literal(true)

export type ReferenceField = ReturnType<typeof createReferenceField>

/** The field of an order that holds our reference, unique by its definition (shopify.md 2.1); made once per shop, and remembered. */
export const createReferenceField = (api: Api, records: Records, shopUrl: URL, side: string) => {
  const key = `reference-field:${shopUrl.host}`
  return {
    async define(): Promise<void> {
      if (records.read(key, Defined) !== null) return
      const { userErrors } = (await api.ask(defineReference)).metafieldDefinitionCreate
      if (userErrors.some(({ code }) => code !== 'TAKEN')) {
        throw new Fault('refused', `${side} refused the field for the order’s reference: ${wordsOf(userErrors)}`, {
          side,
        })
      }
      records.save(key, true)
    },
    /** Somebody may have deleted it in the admin. */
    forget: (): void => records.remove(key),
  }
}
